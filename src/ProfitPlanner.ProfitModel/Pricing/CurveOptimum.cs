namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>The best price of one demand curve. Source: docs/modelling/pricing.md, "Optimal price".</summary>
internal static class CurveOptimum
{
    private const double Nearby = 1e-6;

    // [currency per customer per period]; less is nothing in any market, and near the smallest double, digits are lost.
    private const double Least = 1e-290;

    public static OptimalPrice Of(DemandCurve curve, double cost, AllowedPrices allowed)
    {
        if (curve is FixedDemand)
            return OptimalPrice.None(NoOptimum.FixedDemand);
        if (allowed.IsEmpty)
            return OptimalPrice.None(NoOptimum.NoAllowedPrice);

        var turns = curve.TurnsAt(cost);
        var best = Best(curve, turns, cost, allowed);
        if (!(curve.ContributionAt(best, cost) > Least))
            return OptimalPrice.None(NoOptimum.NeverProfitable);
        if (allowed.HighestIs is null && turns[^1] >= allowed.Highest)
            return OptimalPrice.None(NoOptimum.NoFinitePrice);
        return OptimalPrice.At(best, curve, cost, BoundAt(best, curve, cost, allowed), Flat(curve, turns, cost, best, allowed));
    }

    /// <summary>
    /// A price that was raised, so that as many buy as there are places: cheaper ones do not count as about as good,
    /// and no bound holds it back.
    /// </summary>
    public static OptimalPrice Raised(DemandCurve curve, double cost, double price, AllowedPrices allowed) =>
        OptimalPrice.At(price, curve, cost, null, Flat(curve, curve.TurnsAt(cost), cost, price, allowed with { Lowest = price }));

    /// <summary>The allowed price with the largest α(p)·(p − c), of either sign [currency per customer per period].</summary>
    public static double Best(DemandCurve curve, double cost, AllowedPrices allowed) =>
        Best(curve, curve.TurnsAt(cost), cost, allowed);

    private static double Best(DemandCurve curve, IReadOnlyList<double> turns, double cost, AllowedPrices allowed)
    {
        var (best, most) = (allowed.Lowest, curve.ContributionAt(allowed.Lowest, cost));
        for (var i = 0; i < turns.Count; i++)
        {
            Try(allowed.Below(turns[i]));
            Try(allowed.Above(turns[i]));
        }
        if (allowed.HighestIs is not null)
            Try(allowed.Highest);
        return best;

        void Try(double price)
        {
            if (curve.ContributionAt(price, cost) is var contribution && contribution > most)
                (best, most) = (price, contribution);
        }
    }

    /// <summary>The prices about as good as one, within bounds. Source: docs/modelling/pricing.md, "Flat region".</summary>
    private static FlatRegion Flat(DemandCurve curve, IReadOnlyList<double> turns, double cost, double best, AllowedPrices allowed)
    {
        var enough = FlatRegion.Share * curve.ContributionAt(best, cost);
        if (!(enough > 0))
            return new(best, best);
        return new(
            Edge(turns.Reverse().Where(turn => turn < best && turn > allowed.Lowest), allowed.Lowest),
            Edge(turns.Where(turn => turn > best && turn < allowed.Highest), allowed.Highest));

        // Between two turns there is at most one crossing.
        double Edge(IEnumerable<double> turnsOutward, double end)
        {
            var inner = best;
            foreach (var outer in turnsOutward.Append(end))
            {
                if (Above(outer) < 0)
                    return Root.Between(Above, outer, inner);
                inner = outer;
            }
            return end;
        }

        double Above(double price) => curve.ContributionAt(price, cost) / enough - 1;
    }

    // A bound holds a price back only where the next one beyond it would be better.
    private static PriceBound? BoundAt(double best, DemandCurve curve, double cost, AllowedPrices allowed)
    {
        if (best == curve.KnownTo)
            return PriceBound.LastMeasured;
        var step = (double?)allowed.Step ?? best * Nearby;
        return best == allowed.Highest && IsBetter(best + step) ? allowed.HighestIs
            : best == allowed.Lowest && best > 0 && IsBetter(Math.Max(0, best - step)) ? PriceBound.Lowest
            : null;

        bool IsBetter(double price) => curve.ContributionAt(price, cost) > curve.ContributionAt(best, cost);
    }
}
