using System.Numerics;
using System.Runtime.Intrinsics;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// One dimension of a Sobol sequence, in Sobol's own order: point i is the exclusive or of the direction numbers of the
/// bits of i. Scrambled by a random linear matrix (Matoušek 1998) and a digital shift, it stays as even, and every
/// scramble is an independent, unbiased sample.
/// </summary>
internal sealed class SobolDimension
{
    private readonly uint[] _directions = new uint[SobolDirections.Bits];
    private readonly uint _shift;

    private SobolDimension(ReadOnlySpan<uint> directions, uint shift)
    {
        directions.CopyTo(_directions);
        _shift = shift;
    }

    public static SobolDimension Plain(int dimension) => new(SobolDirections.Of(dimension), 0);

    public static SobolDimension Scrambled(int dimension, ulong key)
    {
        // Row r of the matrix: digits above r at random, a one at r; digit r of a product is the parity of row & number.
        Span<uint> rows = stackalloc uint[SobolDirections.Bits];
        for (var r = 0; r < rows.Length; r++)
        {
            var digit = 1u << (SobolDirections.Bits - 1 - r);
            rows[r] = (uint)(CounterRandom.At(key, (ulong)r) >> 32) & ~(digit | digit - 1) | digit;
        }

        Span<uint> scrambled = stackalloc uint[SobolDirections.Bits];
        var directions = SobolDirections.Of(dimension);
        for (var k = 0; k < scrambled.Length; k++)
        {
            uint product = 0;
            for (var r = 0; r < rows.Length; r++)
                product = product << 1 | (uint)BitOperations.PopCount(rows[r] & directions[k]) & 1;
            scrambled[k] = product;
        }
        return new SobolDimension(scrambled, (uint)(CounterRandom.At(key, SobolDirections.Bits) >> 32));
    }

    /// <summary>
    /// The points from <paramref name="first"/> on, each in the middle of its 2⁻³² and so strictly inside (0, 1).
    /// </summary>
    /// <param name="first">A multiple of the length rounded up to a power of two.</param>
    /// <param name="uniforms">At most 2³² − <paramref name="first"/> points.</param>
    /// <param name="scratch">As long as the points rounded up to a power of two.</param>
    public void Fill(uint first, Span<double> uniforms, Span<uint> scratch)
    {
        var start = _shift;
        for (var bits = first; bits != 0; bits &= bits - 1)
            start ^= _directions[BitOperations.TrailingZeroCount(bits)];

        // The bits below the length are counted up by doubling what is there.
        scratch[0] = start;
        for (int length = 1, k = 0; length < uniforms.Length; length *= 2, k++)
            Xor(scratch[..length], _directions[k], scratch.Slice(length, length));
        ToUnit(scratch, uniforms);
    }

    private static void Xor(ReadOnlySpan<uint> from, uint direction, Span<uint> to)
    {
        var t = 0;
        for (; t <= from.Length - Vector256<uint>.Count; t += Vector256<uint>.Count)
            (Vector256.Create(from[t..]) ^ Vector256.Create(direction)).CopyTo(to[t..]);
        for (; t < from.Length; t++)
            to[t] = from[t] ^ direction;
    }

    private static void ToUnit(ReadOnlySpan<uint> from, Span<double> to)
    {
        const double Step = 1.0 / (1UL << SobolDirections.Bits);
        // 2⁵² plus a number of 32 bits is that number in the low bits of the double.
        var magic = Vector256.Create(0x4330000000000000UL);
        var middle = Vector256.Create((1UL << 52) - 0.5);
        var t = 0;
        for (; t <= to.Length - 8; t += 8)
        {
            var (lower, upper) = Vector256.Widen(Vector256.Create(from[t..]));
            (((lower | magic).AsDouble() - middle) * Step).CopyTo(to[t..]);
            (((upper | magic).AsDouble() - middle) * Step).CopyTo(to[(t + 4)..]);
        }
        for (; t < to.Length; t++)
            to[t] = (from[t] + 0.5) * Step;
    }
}
