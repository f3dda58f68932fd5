namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>What a scenario brings in a period. Nothing is rounded. Source: docs/modelling.md, "Profit".</summary>
public sealed record ProfitResult
{
    /// <summary>The currency of every amount.</summary>
    public required Currency Currency { get; init; }

    /// <summary>The period of every amount.</summary>
    public required Period Period { get; init; }

    /// <summary>The segments' results, in the scenario's order.</summary>
    public required IReadOnlyList<SegmentResult> Segments { get; init; }

    /// <summary>C_f, the sum of its lines [currency per period].</summary>
    public required decimal FixedCost { get; init; }

    /// <summary>Σ αᵢ·Nᵢ [customers].</summary>
    public required decimal Customers { get; init; }

    /// <summary>Σ αᵢ·Nᵢ·pᵢ [currency per period].</summary>
    public required decimal Revenue { get; init; }

    /// <summary>Σ αᵢ·Nᵢ·C_v,i [currency per period].</summary>
    public required decimal VariableCost { get; init; }

    /// <summary>Σ αᵢ·Nᵢ·C_m,i [currency per period].</summary>
    public required decimal RetentionCost { get; init; }

    /// <summary>Σ αᵢ·Nᵢ·mᵢ [currency per period].</summary>
    public decimal Contribution => Revenue - VariableCost - RetentionCost;

    /// <summary>Contribution / revenue [1], at most 1; null where there is no revenue.</summary>
    public decimal? ContributionMargin => Quotient.Of(Contribution, Revenue);

    /// <summary>P = contribution − C_f [currency per period].</summary>
    public decimal Profit => Contribution - FixedCost;

    /// <summary>P / revenue [1], at most 1; null where there is no revenue.</summary>
    public decimal? ProfitMargin => Quotient.Of(Profit, Revenue);
}
