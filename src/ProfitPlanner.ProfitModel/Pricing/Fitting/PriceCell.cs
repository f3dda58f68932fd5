namespace ProfitPlanner.ProfitModel.Pricing.Fitting;

/// <summary>All that was observed at one price, with the counts divided by the design effect.</summary>
/// <param name="Price">The price.</param>
/// <param name="X">What the curve is linear in: the price or its logarithm, moved and scaled.</param>
/// <param name="Offered">Effective number of offers, above 0.</param>
/// <param name="Bought">Effective number of purchases.</param>
internal readonly record struct PriceCell(double Price, double X, double Offered, double Bought)
{
    public bool Nobody => Bought == 0;

    public bool Everybody => Bought == Offered;

    /// <summary>One cell for each price that was offered at all, prices rising; X is the price.</summary>
    public static PriceCell[] Of(IEnumerable<PriceObservation> observations, double designEffect)
    {
        if (!(designEffect >= 1 && double.IsFinite(designEffect)))
            throw new ArgumentOutOfRangeException(nameof(designEffect), designEffect, "A design effect is at least 1.");
        return [.. observations
            .Where(o => o.Offered > 0)
            .GroupBy(o => o.Price)
            .OrderBy(g => g.Key)
            .Select(g => new PriceCell(
                g.Key, g.Key, g.Sum(o => (double)o.Offered) / designEffect, g.Sum(o => (double)o.Bought) / designEffect))];
    }
}
