namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>Independent numbers that follow from seed, draw and place alone, so that threads may take any draw (SplitMix64).</summary>
internal sealed class SeededUniforms(int seed) : IUniformSource
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    public void Fill(int draw, Span<double> uniforms)
    {
        var state = Mixed(Mixed((ulong)seed + Step) + (ulong)draw);
        foreach (ref var uniform in uniforms)
        {
            state += Step;
            uniform = ((Mixed(state) >> 11) + 0.5) / (1UL << 53);
        }
    }

    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
