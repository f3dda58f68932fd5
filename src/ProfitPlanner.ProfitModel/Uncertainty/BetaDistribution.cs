namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>The beta distribution, of a share: after a successes and b failures, and nothing known before, α = a + 1, β = b + 1.</summary>
/// <param name="Alpha">α [1], above 0.</param>
/// <param name="Beta">β [1], above 0.</param>
public sealed record BetaDistribution(double Alpha, double Beta) : Distribution
{
    /// <inheritdoc/>
    public override double ExpectedValue => Alpha / (Alpha + Beta);

    /// <inheritdoc/>
    public override double StandardDeviation =>
        Math.Sqrt(Alpha * Beta / (Alpha + Beta + 1)) / (Alpha + Beta);

    /// <inheritdoc/>
    public override double Quantile(double probability) =>
        probability <= 0 ? 0
        : probability >= 1 ? 1
        : probability <= 0.5 ? new BetaQuantile(this).At(probability)
        // The upper tail is the lower one of 1 − x, where its digits are.
        : 1 - new BetaQuantile(new BetaDistribution(Beta, Alpha)).At(1 - probability);

    /// <inheritdoc/>
    public override double Cumulative(double x) =>
        x <= 0 ? 0 : x >= 1 ? 1 : MathNet.Numerics.Distributions.Beta.CDF(Alpha, Beta, x);

    /// <inheritdoc/>
    public override IReadOnlyList<DistributionProblem> Problems() => [.. Positive("alpha", Alpha), .. Positive("beta", Beta)];
}
