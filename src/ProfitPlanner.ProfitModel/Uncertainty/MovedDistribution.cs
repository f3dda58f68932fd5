namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>Of factor·X + more, where X has another distribution. Is calculated with and never written down.</summary>
/// <param name="Of">Of X.</param>
/// <param name="Factor">At least 0.</param>
/// <param name="More">[the number's unit].</param>
internal sealed record MovedDistribution(Distribution Of, double Factor, double More) : Distribution
{
    public override double ExpectedValue => Of.ExpectedValue * Factor + More;

    public override double StandardDeviation => Of.StandardDeviation * Factor;

    public override double Quantile(double probability) => Of.Quantile(probability) * Factor + More;

    public override double Cumulative(double x) => Factor > 0 ? Of.Cumulative((x - More) / Factor) : x >= More ? 1 : 0;

    public override IReadOnlyList<DistributionProblem> Problems() => Of.Problems();
}
