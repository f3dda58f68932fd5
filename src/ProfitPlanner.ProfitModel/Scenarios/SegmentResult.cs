namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>What one segment brings in a period. Nothing is rounded. Source: docs/modelling.md, "Profit".</summary>
public sealed record SegmentResult
{
    /// <summary>The segment's id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The segment's name.</summary>
    public required string Name { get; init; }

    /// <summary>αᵢ, at pᵢ where it follows the price [1].</summary>
    public required decimal Conversion { get; init; }

    /// <summary>pᵢ [currency per customer per period].</summary>
    public required decimal RevenuePerCustomer { get; init; }

    /// <summary>C_v,i, its own or the scenario's [currency per customer per period].</summary>
    public required decimal VariableCostPerCustomer { get; init; }

    /// <summary>C_m,i, its own or the scenario's [currency per customer per period].</summary>
    public required decimal RetentionCostPerCustomer { get; init; }

    /// <summary>αᵢ·Nᵢ [customers].</summary>
    public required decimal Customers { get; init; }

    /// <summary>mᵢ = pᵢ − C_v,i − C_m,i [currency per customer per period].</summary>
    public decimal MarginPerCustomer => RevenuePerCustomer - VariableCostPerCustomer - RetentionCostPerCustomer;

    /// <summary>αᵢ·Nᵢ·pᵢ [currency per period].</summary>
    public decimal Revenue => Customers * RevenuePerCustomer;

    /// <summary>αᵢ·Nᵢ·C_v,i [currency per period].</summary>
    public decimal VariableCost => Customers * VariableCostPerCustomer;

    /// <summary>αᵢ·Nᵢ·C_m,i [currency per period].</summary>
    public decimal RetentionCost => Customers * RetentionCostPerCustomer;

    /// <summary>αᵢ·Nᵢ·mᵢ, what is left for the fixed cost [currency per period].</summary>
    public decimal Contribution => Revenue - VariableCost - RetentionCost;

    /// <summary>Contribution / revenue [1], at most 1; null where there is no revenue.</summary>
    public decimal? ContributionMargin => Quotient.Of(Contribution, Revenue);
}
