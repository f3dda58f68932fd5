namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>Any value between two ends, each as likely.</summary>
/// <param name="Low">The least.</param>
/// <param name="High">The greatest, above the least.</param>
public sealed record UniformDistribution(double Low, double High) : Distribution
{
    /// <inheritdoc/>
    public override double ExpectedValue => Low + (High - Low) / 2;

    /// <inheritdoc/>
    public override double StandardDeviation => (High - Low) / Math.Sqrt(12);

    /// <inheritdoc/>
    public override double Quantile(double probability) => Low + (High - Low) * probability;

    /// <inheritdoc/>
    public override double Cumulative(double x) => Math.Clamp((x - Low) / (High - Low), 0, 1);

    internal override Distribution Scaled(double factor, double shift) => new UniformDistribution(factor * Low + shift, factor * High + shift);

    /// <inheritdoc/>
    public override IReadOnlyList<DistributionProblem> Problems() =>
        [.. Finite("low", Low), .. Finite("high", High), .. Rising("high", !(High <= Low))];
}
