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
}
