namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>The triangular distribution: a least, a likeliest, a greatest value.</summary>
/// <param name="Low">The least.</param>
/// <param name="Mode">The likeliest.</param>
/// <param name="High">The greatest, above the least.</param>
public sealed record TriangularDistribution(double Low, double Mode, double High) : Distribution
{
    /// <inheritdoc/>
    public override double ExpectedValue => (Low + Mode + High) / 3;

    /// <inheritdoc/>
    public override double StandardDeviation =>
        Math.Sqrt(((Mode - Low) * (Mode - Low) + (High - Mode) * (High - Low)) / 18);

    /// <inheritdoc/>
    public override double Quantile(double probability) =>
        probability * (High - Low) <= Mode - Low
            ? Low + Math.Sqrt(probability * (High - Low) * (Mode - Low))
            : High - Math.Sqrt((1 - probability) * (High - Low) * (High - Mode));

    /// <inheritdoc/>
    public override double Cumulative(double x) =>
        x <= Low ? 0
        : x >= High ? 1
        : x <= Mode ? (x - Low) * (x - Low) / ((High - Low) * (Mode - Low))
        : 1 - (High - x) * (High - x) / ((High - Low) * (High - Mode));

    internal override Distribution Scaled(double factor, double shift) =>
        new TriangularDistribution(factor * Low + shift, factor * Mode + shift, factor * High + shift);

    /// <inheritdoc/>
    public override IReadOnlyList<DistributionProblem> Problems() =>
    [
        .. Finite("low", Low), .. Finite("mode", Mode), .. Finite("high", High),
        .. Rising("mode", !(Mode < Low)), .. Rising("high", !(High < Mode || High <= Low)),
    ];
}
