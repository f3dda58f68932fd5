namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>A column whose values are a function of a standard normal.</summary>
internal abstract class NormalColumn : QuantileColumn
{
    public sealed override void FromUniforms(ReadOnlySpan<double> uniforms, Span<double> values)
    {
        values = values[..uniforms.Length];
        NormalScores.Fill(uniforms, values);
        FromNormals(values, values);
    }
}
