using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>Which prices bring most. Source: docs/modelling/pricing.md.</summary>
public static class PriceOptimisation
{
    /// <summary>
    /// The price that maximises α(p)·(p − c), with what is about as good. Relative error of the price below 10⁻¹²,
    /// of a bound or a price point none. Source: docs/modelling/pricing.md, "Optimal price".
    /// </summary>
    /// <param name="curve">α(p) [1].</param>
    /// <param name="cost">c = C_v + C_m [currency per customer per period], at least 0.</param>
    /// <param name="range">The prices to choose among; null where any.</param>
    public static OptimalPrice OptimisePrice(this DemandCurve curve, double cost, PriceRange? range = null) =>
        CurveOptimum.Of(curve, cost, range);
}
