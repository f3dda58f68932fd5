using System.Numerics;

namespace ProfitPlanner.ProfitModel.Uncertainty;

internal sealed class TriangularColumn(TriangularDistribution triangular) : UniformColumn
{
    private readonly Triangle _triangle = new(triangular);

    public override void FromUniforms(ReadOnlySpan<double> uniforms, Span<double> values) =>
        VectorLoop.Apply(uniforms, values, _triangle);

    private readonly struct Triangle : IVectorFunction
    {
        private readonly Vector<double> _low;
        private readonly Vector<double> _high;
        private readonly Vector<double> _rising;
        private readonly Vector<double> _risingScale;
        private readonly Vector<double> _fallingScale;

        internal Triangle(TriangularDistribution triangular)
        {
            var (low, mode, high) = triangular;
            (_low, _high) = (new(low), new(high));
            _rising = new((mode - low) / (high - low));
            _risingScale = new((high - low) * (mode - low));
            _fallingScale = new((high - low) * (high - mode));
        }

        public Vector<double> Of(Vector<double> x)
        {
            var rises = Vector.LessThanOrEqual(x, _rising);
            var root = Vector.SquareRoot(
                Vector.ConditionalSelect(rises, _risingScale * x, _fallingScale * (Vector<double>.One - x)));
            return Vector.ConditionalSelect(rises, _low + root, _high - root);
        }
    }
}
