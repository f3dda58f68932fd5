namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>
/// The prices around the best one at which a segment contributes at least 99 % of what it does there.
/// Source: docs/modelling/pricing.md, "Flat region".
/// </summary>
/// <param name="Lowest">The lowest of them [currency per customer per period].</param>
/// <param name="Highest">The highest of them [currency per customer per period].</param>
public readonly record struct FlatRegion(double Lowest, double Highest)
{
    /// <summary>What a price of the region keeps of the best contribution [1].</summary>
    public const double Share = 0.99;
}
