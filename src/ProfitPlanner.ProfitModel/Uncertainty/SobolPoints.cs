using System.Numerics;
using System.Runtime.InteropServices;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// Sobol's sequence in Gray-code order, with a random linear scramble of its digits and a random digital shift, drawn once
/// per dimension: a draw costs what an unscrambled one costs. Source: Matoušek, J. Complexity 14 (1998), 527–556.
/// </summary>
internal sealed class SobolPoints : Points
{
    // Points whose numbers differ only in the last digits of the index; a table of them is xored with the rest.
    private const int Run = 64;

    private readonly int _seed;
    private readonly int _replicate;
    private readonly ulong[] _directions;
    private readonly ulong[] _shifts;

    internal SobolPoints(int dimensions, int seed, int replicate, bool scrambled = true)
        : base(dimensions)
    {
        (_seed, _replicate) = (seed, replicate);
        var sobol = Math.Min(dimensions, SobolDirections.Dimensions);
        _directions = new ulong[sobol * SobolDirections.Digits];
        _shifts = new ulong[sobol];
        for (var dimension = 0; dimension < sobol; dimension++)
        {
            var directions = _directions.AsSpan(dimension * SobolDirections.Digits, SobolDirections.Digits);
            SobolDirections.Of(dimension).CopyTo(directions);
            if (scrambled)
                _shifts[dimension] = Scramble(directions, new SplitMix(purpose: 1, seed, replicate, dimension));
        }
    }

    private protected override void FillInRange(int dimension, long start, Span<double> uniforms)
    {
        if (dimension >= _shifts.Length)
        {
            PseudoRandomPoints.Fill(_seed, _replicate, dimension, start, uniforms);
            return;
        }
        var directions = _directions.AsSpan(dimension * SobolDirections.Digits, SobolDirections.Digits);
        Span<ulong> run = stackalloc ulong[Run];
        run[0] = UnitInterval.One | _shifts[dimension];
        for (var i = 1; i < Run; i++)
            run[i] = run[i - 1] ^ directions[BitOperations.TrailingZeroCount(i)];

        while (uniforms.Length > 0)
        {
            var offset = (int)(start % Run);
            var count = Math.Min(Run - offset, uniforms.Length);
            Xor(run.Slice(offset, count), Number(directions, start - offset), uniforms[..count]);
            uniforms = uniforms[count..];
            start += count;
        }
    }

    private static void Xor(ReadOnlySpan<ulong> run, ulong rest, Span<double> uniforms)
    {
        var i = 0;
        if (run.Length == Run)
        {
            var (others, middle) = (new Vector<ulong>(rest), new Vector<double>(UnitInterval.ToMiddle));
            foreach (var numbers in MemoryMarshal.Cast<ulong, Vector<ulong>>(run))
            {
                (Vector.AsVectorDouble(numbers ^ others) - middle).CopyTo(uniforms[i..]);
                i += Vector<double>.Count;
            }
        }
        for (; i < run.Length; i++)
            uniforms[i] = BitConverter.UInt64BitsToDouble(run[i] ^ rest) - UnitInterval.ToMiddle;
    }

    // The Gray code of an index says which directions its point is the sum of.
    private static ulong Number(ReadOnlySpan<ulong> directions, long index)
    {
        var number = 0UL;
        for (var code = (ulong)(index ^ (index >> 1)); code != 0; code &= code - 1)
            number ^= directions[BitOperations.TrailingZeroCount(code)];
        return number;
    }

    /// <summary>Multiplies the directions by a random lower triangular matrix of bits; returns the shift.</summary>
    private static ulong Scramble(Span<ulong> directions, SplitMix random)
    {
        // Column k of the matrix: its own digit, and random digits after it.
        Span<ulong> columns = stackalloc ulong[UnitInterval.Bits];
        for (var k = 0; k < columns.Length; k++)
            columns[k] = (1UL << k) | (random[k] & ((1UL << k) - 1));
        foreach (ref var direction in directions)
        {
            var scrambled = 0UL;
            for (var digits = direction; digits != 0; digits &= digits - 1)
                scrambled ^= columns[BitOperations.TrailingZeroCount(digits)];
            direction = scrambled;
        }
        return random[UnitInterval.Bits] & UnitInterval.Mask;
    }
}
