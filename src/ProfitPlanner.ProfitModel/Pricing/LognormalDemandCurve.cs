using MathNet.Numerics.Distributions;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>What people would pay at most is log-normal: α = ceiling · (1 − Φ((ln p − μ) / σ)).</summary>
/// <param name="Mu">μ [ln(currency per customer per period)].</param>
/// <param name="Sigma">σ [1], above 0.</param>
/// <param name="Ceiling">The share who would buy at a price of zero [1].</param>
public sealed record LognormalDemandCurve(double Mu, double Sigma, double Ceiling = 1) : DemandCurve
{
    // Standard deviations; beyond, a share has no digits left in double.
    private const double Farthest = 37;

    /// <inheritdoc/>
    public override double At(double price) => At(Mu, Sigma, Ceiling, price);

    /// <inheritdoc/>
    public override double SlopeAt(double price) =>
        price <= 0 ? 0 : -Ceiling * Normal.PDF(0, 1, (Mu - Math.Log(price)) / Sigma) / (Sigma * price);

    /// <inheritdoc/>
    public override double? PriceAt(double share) =>
        share <= 0 ? null : share >= Ceiling ? 0 : Math.Exp(Mu - Sigma * Normal.InvCDF(0, 1, share / Ceiling));

    // With z = (ln p − μ)/σ the derivative is zero where (1 − c/p)·φ(z)/Q(z) = σ, and the left side rises with z.
    internal override IReadOnlyList<double> TurnsAt(double cost)
    {
        if (Ceiling <= 0)
            return [];
        var (low, high) = (-Farthest, Farthest);
        if (cost > 0)
            low = Math.Clamp((Math.Log(cost) - Mu) / Sigma, low, high);
        return Excess(high) <= 0 ? [PriceOf(high)] : [PriceOf(Root.Between(Excess, low, high))];

        double PriceOf(double z) => Math.Exp(Mu + Sigma * z);
        double Excess(double z) => (1 - cost / PriceOf(z)) * Normal.PDF(0, 1, z) / Normal.CDF(0, 1, -z) - Sigma;
    }

    internal static double At(double mu, double sigma, double ceiling, double price) =>
        price <= 0 ? ceiling : ceiling * Normal.CDF(0, 1, (mu - Math.Log(price)) / sigma);
}
