namespace ProfitPlanner.ProfitModel.Uncertainty;

internal sealed class EmpiricalColumn(EmpiricalDistribution empirical) : UniformColumn
{
    private readonly double[] _sorted = empirical.Sorted;

    public override void FromUniforms(ReadOnlySpan<double> uniforms, Span<double> values)
    {
        var sorted = _sorted;
        for (var i = 0; i < uniforms.Length; i++)
            values[i] = EmpiricalDistribution.Interpolated(sorted, uniforms[i]);
    }
}
