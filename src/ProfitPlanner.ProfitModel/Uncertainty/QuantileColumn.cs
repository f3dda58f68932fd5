using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>The quantiles of a distribution for whole columns. Source: docs/modelling/uncertainty.md, "Quantiles".</summary>
internal abstract class QuantileColumn
{
    /// <summary>Whether <see cref="Apply"/> takes normal scores rather than probabilities.</summary>
    public virtual bool OfScores => false;

    /// <summary>Each probability, or normal score, becomes the number that belongs to it.</summary>
    public abstract void Apply(Span<double> values);

    public static QuantileColumn Of(Distribution distribution) => distribution switch
    {
        NormalDistribution normal => new LinearColumn(normal.Mean, normal.Sd, ofScores: true),
        UniformDistribution uniform => new LinearColumn(uniform.Low, uniform.High - uniform.Low, ofScores: false),
        LognormalDistribution lognormal => new ExponentialColumn(lognormal.Mu, lognormal.Sigma, scale: 1, offset: 0),
        QuantilesDistribution { Skew: 0 } symmetric => new LinearColumn(symmetric.P50, symmetric.Scale, ofScores: true),
        QuantilesDistribution quantiles => new ExponentialColumn(
            0, quantiles.Skew, quantiles.Scale / quantiles.Skew, quantiles.P50 - quantiles.Scale / quantiles.Skew),
        TriangularDistribution triangular => new TriangularColumn(triangular),
        BetaDistribution beta => new BetaColumn(beta, 0, 1),
        PertDistribution pert => new BetaColumn(pert.Shape, pert.Low, pert.High - pert.Low),
        MovedDistribution moved => new MovedColumn(Of(moved.Of), moved.Factor, moved.More),
        _ => new EachColumn(distribution),
    };

    private sealed class LinearColumn(double offset, double scale, bool ofScores) : QuantileColumn
    {
        public override bool OfScores => ofScores;

        public override void Apply(Span<double> values)
        {
            var t = 0;
            for (; t <= values.Length - 4; t += 4)
                (Vector256.Create<double>(values[t..]) * scale + Vector256.Create(offset)).CopyTo(values[t..]);
            for (; t < values.Length; t++)
                values[t] = values[t] * scale + offset;
        }
    }

    /// <summary>offset + scale·e^(μ + σz).</summary>
    private sealed class ExponentialColumn(double mu, double sigma, double scale, double offset) : QuantileColumn
    {
        public override bool OfScores => true;

        public override void Apply(Span<double> values)
        {
            var t = 0;
            for (; t <= values.Length - 4; t += 4)
            {
                var power = Vector256.Exp(Vector256.Create<double>(values[t..]) * sigma + Vector256.Create(mu));
                (power * scale + Vector256.Create(offset)).CopyTo(values[t..]);
            }
            for (; t < values.Length; t++)
                values[t] = Math.Exp(values[t] * sigma + mu) * scale + offset;
        }
    }

    private sealed class TriangularColumn(TriangularDistribution triangular) : QuantileColumn
    {
        public override void Apply(Span<double> values)
        {
            var (low, mode, high) = triangular;
            var below = Vector256.Create((high - low) * (mode - low));
            var above = Vector256.Create((high - low) * (high - mode));
            var rising = Vector256.Create((mode - low) / (high - low));
            var t = 0;
            for (; t <= values.Length - 4; t += 4)
            {
                var p = Vector256.Create<double>(values[t..]);
                var left = Vector256.LessThanOrEqual(p, rising);
                var root = Vector256.Sqrt(Vector256.ConditionalSelect(left, p * below, (Vector256<double>.One - p) * above));
                Vector256.ConditionalSelect(left, Vector256.Create(low) + root, Vector256.Create(high) - root).CopyTo(values[t..]);
            }
            for (; t < values.Length; t++)
                values[t] = triangular.Quantile(values[t]);
        }
    }

    private sealed class BetaColumn(BetaDistribution shape, double low, double span) : QuantileColumn
    {
        private readonly BetaQuantileTable _table = new(shape, low, span);

        public override void Apply(Span<double> values)
        {
            foreach (ref var value in values)
                value = _table.At(value);
        }
    }

    private sealed class MovedColumn(QuantileColumn of, double factor, double more) : QuantileColumn
    {
        public override bool OfScores => of.OfScores;

        public override void Apply(Span<double> values)
        {
            of.Apply(values);
            TensorPrimitives.Multiply(values, factor, values);
            TensorPrimitives.Add(values, more, values);
        }
    }

    private sealed class EachColumn(Distribution distribution) : QuantileColumn
    {
        public override void Apply(Span<double> values)
        {
            foreach (ref var value in values)
                value = distribution.Quantile(value);
        }
    }
}
