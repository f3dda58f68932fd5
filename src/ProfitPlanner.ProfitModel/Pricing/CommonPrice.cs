namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>
/// One price for all segments with demand curves; capacities are not looked at.
/// Source: docs/modelling/pricing.md, "One price for all".
/// </summary>
public sealed record CommonPrice
{
    /// <summary>Every price than which none nearby is better, the best first; none where there is a reason.</summary>
    public required IReadOnlyList<PriceMaximum> Maxima { get; init; }

    /// <summary>Why there is no best common price; null where there is one.</summary>
    public NoOptimum? Reason { get; init; }

    /// <summary>The best [currency per customer per period]; null where there is none.</summary>
    public decimal? Price => Maxima.Count > 0 ? Maxima[0].Price : null;

    /// <summary>What the same segments contribute at a best price each [currency per period].</summary>
    public required decimal SeparateContribution { get; init; }

    /// <summary>What one price for all costs against separate ones [currency per period]; null where there is none.</summary>
    public decimal? Cost => Maxima.Count > 0 ? SeparateContribution - Maxima[0].Contribution : null;
}
