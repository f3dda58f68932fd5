using MathNet.Numerics.Distributions;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>What people would pay at most is log-normal: α = ceiling · (1 − Φ((ln p − μ) / σ)).</summary>
/// <param name="Mu">μ [ln(currency per customer per period)].</param>
/// <param name="Sigma">σ [1], above 0.</param>
/// <param name="Ceiling">The share who would buy at a price of zero [1].</param>
public sealed record LognormalDemandCurve(double Mu, double Sigma, double Ceiling = 1) : DemandCurve
{
    /// <inheritdoc/>
    public override double At(double price) => At(Mu, Sigma, Ceiling, price);

    /// <inheritdoc/>
    public override double SlopeAt(double price) =>
        price <= 0 ? 0 : -Ceiling * Normal.PDF(0, 1, (Mu - Math.Log(price)) / Sigma) / (Sigma * price);

    /// <inheritdoc/>
    public override double? PriceAt(double share) =>
        share <= 0 ? null : share >= Ceiling ? 0 : Math.Exp(Mu - Sigma * Normal.InvCDF(0, 1, share / Ceiling));

    internal static double At(double mu, double sigma, double ceiling, double price) =>
        price <= 0 ? ceiling : ceiling * Normal.CDF(0, 1, (mu - Math.Log(price)) / sigma);
}
