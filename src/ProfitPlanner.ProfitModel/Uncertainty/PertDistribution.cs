namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// The PERT distribution: as triangular, but smooth, with four times the weight on the likeliest: the beta between the
/// ends with α = 1 + 4(mode − low)/(high − low) and β = 1 + 4(high − mode)/(high − low).
/// </summary>
/// <param name="Low">The least.</param>
/// <param name="Mode">The likeliest.</param>
/// <param name="High">The greatest, above the least.</param>
public sealed record PertDistribution(double Low, double Mode, double High) : Distribution
{
    internal BetaDistribution Shape => new(1 + 4 * (Mode - Low) / (High - Low), 1 + 4 * (High - Mode) / (High - Low));

    /// <inheritdoc/>
    public override double ExpectedValue => (Low + 4 * Mode + High) / 6;

    /// <inheritdoc/>
    public override double StandardDeviation => (High - Low) * Shape.StandardDeviation;

    /// <inheritdoc/>
    public override double Quantile(double probability) => Low + (High - Low) * Shape.Quantile(probability);

    /// <inheritdoc/>
    public override double Cumulative(double x) => Shape.Cumulative((x - Low) / (High - Low));

    internal override Distribution Scaled(double factor, double shift) =>
        new PertDistribution(factor * Low + shift, factor * Mode + shift, factor * High + shift);

    /// <inheritdoc/>
    public override IReadOnlyList<DistributionProblem> Problems() => new TriangularDistribution(Low, Mode, High).Problems();
}
