namespace ProfitPlanner.ProfitModel.Uncertainty;

internal sealed class PseudoRandomPoints(int dimensions, int seed, int replicate) : Points(dimensions)
{
    private protected override void FillInRange(int dimension, long start, Span<double> uniforms) =>
        Fill(seed, replicate, dimension, start, uniforms);

    internal static void Fill(int seed, int replicate, int dimension, long start, Span<double> uniforms)
    {
        var stream = new SplitMix(purpose: 0, seed, replicate, dimension);
        for (var i = 0; i < uniforms.Length; i++)
            uniforms[i] = UnitInterval.Of(stream[start + i] >> (64 - UnitInterval.Bits));
    }
}
