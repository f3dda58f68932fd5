namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>
/// Conversion α [1] as a function of the price p [currency per customer per period], with known numbers.
/// Source: docs/modelling/pricing.md, "Demand curves".
/// </summary>
public abstract record DemandCurve
{
    /// <summary>α at a price [1], in [0, 1].</summary>
    public abstract double At(double price);

    /// <summary>dα/dp [1 / (currency per customer per period)], at most 0.</summary>
    public abstract double SlopeAt(double price);

    /// <summary>p·(dα/dp)/α [1], by how many percent demand changes as the price rises by one; null where nobody buys.</summary>
    public double? ElasticityAt(double price) => At(price) is var share && share > 0 ? price * SlopeAt(price) / share : null;

    /// <summary>The lowest price at which at most this share buys [currency per customer per period]; null where no price does that.</summary>
    public abstract double? PriceAt(double share);

    /// <summary>The highest price that anything is known of [currency per customer per period]; infinite where any.</summary>
    internal virtual double KnownTo => double.PositiveInfinity;

    /// <summary>
    /// Rising prices between which α(p)·(p − c) only rises or only falls [currency per customer per period]: its peaks,
    /// and what lies between them. Infinite where it rises without end; none where nobody buys at any price.
    /// </summary>
    internal abstract IReadOnlyList<double> TurnsAt(double cost);

    /// <summary>α(p)·(p − c) [currency per potential customer per period].</summary>
    internal double ContributionAt(double price, double cost) => At(price) * (price - cost);
}
