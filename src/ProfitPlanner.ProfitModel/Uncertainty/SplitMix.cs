namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// SplitMix64: its i-th number is a mix of a counter, so that any of them can be had alone. Source: Steele, Lea and
/// Flood, Fast splittable pseudorandom number generators, OOPSLA 2014.
/// </summary>
internal readonly struct SplitMix
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private readonly ulong _state;

    /// <summary>An independent stream for each seed, replicate and dimension, and for each purpose.</summary>
    internal SplitMix(int purpose, int seed, int replicate, int dimension) =>
        _state = Mix(Mix(((ulong)(uint)seed << 32) | (uint)replicate) + (((ulong)(uint)dimension << 32) | (uint)purpose));

    internal ulong this[long index] => Mix(_state + (((ulong)index + 1) * Step));

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
