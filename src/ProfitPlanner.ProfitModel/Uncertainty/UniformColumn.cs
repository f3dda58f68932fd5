namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>A column whose values are a function of a uniform.</summary>
internal abstract class UniformColumn : QuantileColumn
{
    public sealed override void FromNormals(ReadOnlySpan<double> normals, Span<double> values)
    {
        values = values[..normals.Length];
        NormalProbabilities.Fill(normals, values);
        FromUniforms(values, values);
    }
}
