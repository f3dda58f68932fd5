using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>The best price of every segment. Source: docs/modelling/pricing.md, "All segments".</summary>
public sealed record PricePlan
{
    /// <summary>The currency of every amount.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The period of every amount.</summary>
    public required Period Period { get; init; }

    /// <summary>The segments, in the scenario's order.</summary>
    public required IReadOnlyList<SegmentPrice> Segments { get; init; }

    /// <summary>The capacities, in the scenario's order.</summary>
    public required IReadOnlyList<CapacityUse> Capacities { get; init; }

    /// <summary>C_f [currency per period].</summary>
    public required decimal FixedCost { get; init; }

    /// <summary>P at today's prices [currency per period].</summary>
    public decimal CurrentProfit => Segments.Sum(segment => segment.CurrentContribution) - FixedCost;

    /// <summary>P at the best prices [currency per period].</summary>
    public decimal Profit => Segments.Sum(segment => segment.Contribution) - FixedCost;

    /// <summary>What today's prices leave on the table [currency per period]; below zero as <see cref="SegmentPrice.LeftOnTheTable"/>.</summary>
    public decimal LeftOnTheTable => Profit - CurrentProfit;
}
