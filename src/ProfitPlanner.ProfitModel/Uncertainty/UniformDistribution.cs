namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>The uniform distribution: Q(u) = low + (high − low)·u.</summary>
/// <param name="Low">The least [x].</param>
/// <param name="High">The most [x], above <paramref name="Low"/>.</param>
public sealed record UniformDistribution(double Low, double High) : Distribution
{
    /// <inheritdoc/>
    public override double ExpectedValue => (Low + High) / 2;

    /// <inheritdoc/>
    public override double StandardDeviation => (High - Low) / Math.Sqrt(12);

    /// <inheritdoc/>
    public override double Cumulative(double x) => Math.Clamp((x - Low) / (High - Low), 0, 1);

    internal override string WidestMember => "high";

    internal override double ExactQuantile(double probability) => Low + ((High - Low) * probability);

    internal override IEnumerable<DistributionProblem> ParameterProblems() =>
        ParameterCheck.Increasing(strict: true, ("low", Low), ("high", High));
}
