namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>The normal distribution: Q(u) = mean + sd·Φ⁻¹(u).</summary>
/// <param name="Mean">Mean [x].</param>
/// <param name="Sd">Standard deviation [x], above 0.</param>
public sealed record NormalDistribution(double Mean, double Sd) : Distribution
{
    /// <inheritdoc/>
    public override double ExpectedValue => Mean;

    /// <inheritdoc/>
    public override double StandardDeviation => Sd;

    /// <inheritdoc/>
    public override double Cumulative(double x) => StandardNormal.Cumulative((x - Mean) / Sd);

    internal override string WidestMember => "sd";

    internal override double ExactQuantile(double probability) => Mean + (Sd * StandardNormal.Quantile(probability));

    internal override IEnumerable<DistributionProblem> ParameterProblems() =>
        [.. ParameterCheck.Bounded("mean", Mean), .. ParameterCheck.Positive("sd", Sd)];
}
