namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>
/// The price at which α(p)·(p − c) is largest, or why there is none.
/// Source: docs/modelling/pricing.md, "Optimal price".
/// </summary>
public sealed record OptimalPrice
{
    private OptimalPrice()
    {
    }

    /// <summary>p* [currency per customer per period]; null where there is none.</summary>
    public double? Price { get; private init; }

    /// <summary>Why there is none; null where there is one.</summary>
    public NoOptimum? Reason { get; private init; }

    /// <summary>α(p*) [1]; zero where there is no price.</summary>
    public double Conversion { get; private init; }

    /// <summary>α(p*)·(p* − c) [currency per potential customer per period]; zero where there is no price.</summary>
    public double Contribution { get; private init; }

    /// <summary>The elasticity of demand at p* [1]; null where there is no price.</summary>
    public double? Elasticity { get; private init; }

    /// <summary>The bound that p* stands at because it would be better beyond; null where it stands at none.</summary>
    public PriceBound? Bound { get; private init; }

    /// <summary>The prices that are about as good; null where there is no price.</summary>
    public FlatRegion? Flat { get; private init; }

    internal static OptimalPrice None(NoOptimum reason) => new() { Reason = reason };

    internal static OptimalPrice At(double price, DemandCurve curve, double cost, PriceBound? bound, FlatRegion flat) => new()
    {
        Price = price,
        Conversion = curve.At(price),
        Contribution = curve.ContributionAt(price, cost),
        Elasticity = curve.ElasticityAt(price),
        Bound = bound,
        Flat = flat,
    };
}
