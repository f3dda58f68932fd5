using System.Runtime.Intrinsics;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// Pseudo-random numbers that are addressed by their index rather than drawn in turn: the number at an index is the
/// splitmix64 mix (Steele, Lea and Flood 2014) of key + index · γ, γ the odd number next to 2⁶⁴ / golden ratio.
/// </summary>
internal static class CounterRandom
{
    private const ulong Gamma = 0x9E3779B97F4A7C15;
    private const ulong First = 0xBF58476D1CE4E5B9;
    private const ulong Second = 0x94D049BB133111EB;

    /// <summary>The exponent bits of doubles in [1, 2).</summary>
    private const ulong One = 0x3FF0000000000000;

    private const double Half = 1.0 / (1UL << 53);

    /// <summary>A number that seeds a stream of its own for every two numbers.</summary>
    public static ulong Key(ulong seed, ulong stream) => Mix(Mix(seed + Gamma) + stream * Gamma + 1);

    public static ulong At(ulong key, ulong index) => Mix(key + index * Gamma);

    /// <summary>Uniform numbers of 52 bits, strictly inside (0, 1), of the indices from <paramref name="first"/> on.</summary>
    public static void Fill(ulong key, long first, Span<double> uniforms)
    {
        var state = key + (ulong)first * Gamma;
        var states = Vector256.Create(state, state + Gamma, state + Gamma + Gamma, state + Gamma + Gamma + Gamma);
        var step = Vector256.Create(unchecked(4 * Gamma));
        var shift = Vector256.Create(1 - Half);
        var t = 0;
        for (; t <= uniforms.Length - 4; t += 4)
        {
            // A double in [1, 2) less 1 − 2⁻⁵³ is an odd multiple of 2⁻⁵³, and exact.
            var unit = (Mix(states) >>> 12 | Vector256.Create(One)).AsDouble();
            (unit - shift).CopyTo(uniforms[t..]);
            states += step;
        }
        for (; t < uniforms.Length; t++)
            uniforms[t] = BitConverter.UInt64BitsToDouble(At(key, (ulong)(first + t)) >> 12 | One) - (1 - Half);
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ x >> 30) * First;
        x = (x ^ x >> 27) * Second;
        return x ^ x >> 31;
    }

    private static Vector256<ulong> Mix(Vector256<ulong> x)
    {
        x = (x ^ x >>> 30) * First;
        x = (x ^ x >>> 27) * Second;
        return x ^ x >>> 31;
    }
}
