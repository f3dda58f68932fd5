namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>The log-normal distribution: ln x is normal, Q(u) = exp(μ + σ·Φ⁻¹(u)).</summary>
/// <param name="Mu">Mean of ln x [1].</param>
/// <param name="Sigma">Standard deviation of ln x [1], above 0.</param>
public sealed record LognormalDistribution(double Mu, double Sigma) : Distribution
{
    /// <inheritdoc/>
    /// <remarks>exp(μ + σ²/2), above the median exp(μ).</remarks>
    public override double ExpectedValue => Math.Exp(Mu + (Sigma * Sigma / 2));

    /// <inheritdoc/>
    /// <remarks>The mean times √(exp(σ²) − 1).</remarks>
    public override double StandardDeviation => ExpectedValue * Math.Sqrt(NearZero.ExpMinusOne(Sigma * Sigma));

    /// <inheritdoc/>
    public override double Cumulative(double x) => x <= 0 ? 0 : StandardNormal.Cumulative((Math.Log(x) - Mu) / Sigma);

    internal override string WidestMember => "sigma";

    internal override double ExactQuantile(double probability) => Math.Exp(Mu + (Sigma * StandardNormal.Quantile(probability)));

    internal override IEnumerable<DistributionProblem> ParameterProblems() =>
        [.. ParameterCheck.Bounded("mu", Mu), .. ParameterCheck.Positive("sigma", Sigma)];
}
