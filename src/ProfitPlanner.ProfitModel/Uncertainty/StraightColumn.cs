using System.Numerics;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>low + width·u.</summary>
internal sealed class StraightColumn(double low, double width) : UniformColumn
{
    public override void FromUniforms(ReadOnlySpan<double> uniforms, Span<double> values) =>
        VectorLoop.Apply(uniforms, values, new Line(new(low), new(width)));

    private readonly struct Line(Vector<double> low, Vector<double> width) : IVectorFunction
    {
        public Vector<double> Of(Vector<double> x) => Vector.FusedMultiplyAdd(width, x, low);
    }
}
