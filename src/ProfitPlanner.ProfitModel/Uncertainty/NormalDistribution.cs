using MathNet.Numerics.Distributions;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>The normal distribution.</summary>
/// <param name="Mean">Its mean.</param>
/// <param name="Sd">Its standard deviation, above 0.</param>
public sealed record NormalDistribution(double Mean, double Sd) : Distribution
{
    /// <inheritdoc/>
    public override double ExpectedValue => Mean;

    /// <inheritdoc/>
    public override double StandardDeviation => Sd;

    /// <inheritdoc/>
    public override double Quantile(double probability) => Mean + Sd * Normal.InvCDF(0, 1, probability);

    /// <inheritdoc/>
    public override double Cumulative(double x) => Normal.CDF(0, 1, (x - Mean) / Sd);

    internal override Distribution Scaled(double factor, double shift) => new NormalDistribution(factor * Mean + shift, factor * Sd);

    /// <inheritdoc/>
    public override IReadOnlyList<DistributionProblem> Problems() => [.. Finite("mean", Mean), .. Positive("sd", Sd)];
}
