using System.Numerics;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>start + scale·e^(mean + rate·z).</summary>
internal sealed class ExponentialColumn(double start, double scale, double mean, double rate) : NormalColumn
{
    public override void FromNormals(ReadOnlySpan<double> normals, Span<double> values) =>
        VectorLoop.Apply(normals, values, new Power(new(start), new(scale), new(mean), new(rate)));

    private readonly struct Power(Vector<double> start, Vector<double> scale, Vector<double> mean, Vector<double> rate)
        : IVectorFunction
    {
        public Vector<double> Of(Vector<double> x) =>
            Vector.FusedMultiplyAdd(scale, Vector.Exp(Vector.FusedMultiplyAdd(rate, x, mean)), start);
    }
}
