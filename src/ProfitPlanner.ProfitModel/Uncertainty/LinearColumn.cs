using System.Numerics;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>start + slope·z + curve·z².</summary>
internal sealed class LinearColumn(double start, double slope, double curve = 0) : NormalColumn
{
    public override void FromNormals(ReadOnlySpan<double> normals, Span<double> values) =>
        VectorLoop.Apply(normals, values, new Line(new(start), new(slope), new(curve)));

    private readonly struct Line(Vector<double> start, Vector<double> slope, Vector<double> curve) : IVectorFunction
    {
        public Vector<double> Of(Vector<double> x) =>
            Vector.FusedMultiplyAdd(Vector.FusedMultiplyAdd(curve, x, slope), x, start);
    }
}
