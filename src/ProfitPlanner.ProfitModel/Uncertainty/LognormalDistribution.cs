using MathNet.Numerics.Distributions;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>The distribution of a number whose logarithm is normal.</summary>
/// <param name="Mu">Mean of the logarithm [ln of the number's unit].</param>
/// <param name="Sigma">Standard deviation of the logarithm [1], above 0.</param>
public sealed record LognormalDistribution(double Mu, double Sigma) : Distribution
{
    private const double Largest = 1e15;

    /// <inheritdoc/>
    public override double ExpectedValue => Math.Exp(Mu + Sigma * Sigma / 2);

    /// <inheritdoc/>
    public override double StandardDeviation => ExpectedValue * Math.Sqrt(Math.Exp(Sigma * Sigma) - 1);

    /// <inheritdoc/>
    public override double Quantile(double probability) => Math.Exp(Mu + Sigma * Normal.InvCDF(0, 1, probability));

    /// <inheritdoc/>
    public override double Cumulative(double x) => x <= 0 ? 0 : Normal.CDF(0, 1, (Math.Log(x) - Mu) / Sigma);

    internal override Distribution Scaled(double factor, double shift) =>
        shift == 0 ? this with { Mu = Mu + Math.Log(factor) } : base.Scaled(factor, shift);

    /// <inheritdoc/>
    public override IReadOnlyList<DistributionProblem> Problems()
    {
        DistributionProblem[] problems = [.. Finite("mu", Mu), .. Positive("sigma", Sigma)];
        return problems.Length > 0 || StandardDeviation <= Largest
            ? problems
            : [new DistributionProblem("sigma", DistributionProblemKind.TooLarge)];
    }
}
