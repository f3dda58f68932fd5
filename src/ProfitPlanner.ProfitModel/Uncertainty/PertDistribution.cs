namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// The PERT distribution with λ = 4: a beta distribution from low to high with
/// α = 1 + 4(mode − low)/(high − low) and β = 1 + 4(high − mode)/(high − low). It trusts the ends less than a triangle.
/// </summary>
/// <param name="Low">The least [x].</param>
/// <param name="Mode">The most likely [x], from <paramref name="Low"/> to <paramref name="High"/>.</param>
/// <param name="High">The most [x], above <paramref name="Low"/>.</param>
public sealed record PertDistribution(double Low, double Mode, double High) : Distribution
{
    /// <inheritdoc/>
    /// <remarks>(low + 4·mode + high)/6.</remarks>
    public override double ExpectedValue => (Low + (4 * Mode) + High) / 6;

    /// <inheritdoc/>
    public override double StandardDeviation => (High - Low) * Share.StandardDeviation;

    /// <inheritdoc/>
    public override double Cumulative(double x) => Share.Cumulative((x - Low) / (High - Low));

    /// <summary>The distribution of (x − low)/(high − low).</summary>
    internal BetaDistribution Share =>
        new(1 + (4 * (Mode - Low) / (High - Low)), 1 + (4 * (High - Mode) / (High - Low)));

    internal override string WidestMember => "high";

    internal override double ExactQuantile(double probability) => Low + ((High - Low) * Share.ExactQuantile(probability));

    internal override IEnumerable<DistributionProblem> ParameterProblems() =>
        ParameterCheck.Increasing(strict: false, ("low", Low), ("mode", Mode), ("high", High));
}
