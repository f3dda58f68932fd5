namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>One segment's best price beside today's. Source: docs/modelling/pricing.md, "All segments".</summary>
public sealed record SegmentPrice
{
    /// <summary>The segment's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The segment's name.</summary>
    public required string Name { get; init; }

    /// <summary>p today [currency per customer per period].</summary>
    public required decimal CurrentPrice { get; init; }

    /// <summary>The best price, error below 10⁻¹²; today's where there is none [currency per customer per period].</summary>
    public required decimal BestPrice { get; init; }

    /// <summary>Why there is no best price; null where there is one.</summary>
    public NoOptimum? Reason { get; init; }

    /// <summary>α at the best price [1].</summary>
    public required decimal Conversion { get; init; }

    /// <summary>α·N at the best price [customers].</summary>
    public required decimal Customers { get; init; }

    /// <summary>α·N·(p − c) today [currency per period].</summary>
    public required decimal CurrentContribution { get; init; }

    /// <summary>α·N·(p − c) at the best price [currency per period].</summary>
    public required decimal Contribution { get; init; }

    /// <summary>The prices that are about as good; null where there is no best price.</summary>
    public FlatRegion? Flat { get; init; }

    /// <summary>The elasticity of demand at the best price [1]; null where there is no best price.</summary>
    public double? Elasticity { get; init; }

    /// <summary>The bound that the best price stands at because it would be better beyond; null where it stands at none.</summary>
    public PriceBound? Bound { get; init; }

    /// <summary>
    /// What today's price leaves on the table [currency per period]; below zero where today's price is not allowed, or
    /// serves more than a capacity is enough for.
    /// </summary>
    public decimal LeftOnTheTable => Contribution - CurrentContribution;
}
