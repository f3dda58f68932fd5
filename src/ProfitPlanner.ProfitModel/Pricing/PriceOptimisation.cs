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
        CurveOptimum.Of(curve, cost, AllowedPrices.Of(range, curve.KnownTo));

    /// <summary>
    /// The price of every segment at which profit is largest, raised where capacities are too small. A segment without
    /// a best price keeps today's. The scenario has no <see cref="Validation.Problems"/>.
    /// Source: docs/modelling/pricing.md, "All segments" and "Capacity".
    /// </summary>
    public static PricePlan OptimisePrices(this Scenario scenario)
    {
        PricedSegment[] segments = [.. scenario.Segments.Select(segment => new PricedSegment(scenario, segment))];
        SharedCapacity[] capacities = [.. scenario.Capacities.Select(capacity => new SharedCapacity(capacity, segments))];
        SharedCapacity.Balance(capacities, segments);

        SegmentPrice[] prices = [.. segments.Select(segment => segment.Result())];
        return new PricePlan
        {
            Currency = scenario.Currency,
            Period = scenario.Period,
            Segments = prices,
            Capacities = [.. capacities.Select(capacity => capacity.Result(prices))],
            FixedCost = scenario.FixedCosts.Sum(line => line.Amount.Value),
        };
    }

    /// <summary>
    /// One price for all segments with demand curves, within the prices that each of them allows, and what that costs
    /// against separate prices. The scenario has no <see cref="Validation.Problems"/>.
    /// Source: docs/modelling/pricing.md, "One price for all".
    /// </summary>
    public static CommonPrice OneForAll(this Scenario scenario) =>
        CommonOptimum.Of([.. scenario.Segments.Where(segment => segment.Demand is not null && segment.Revenue.At(1) is not null).Select(segment => new PricedSegment(scenario, segment))]);
}
