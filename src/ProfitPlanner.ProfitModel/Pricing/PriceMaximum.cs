namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>A common price than which none nearby is better.</summary>
/// <param name="Price">p [currency per customer per period].</param>
/// <param name="Contribution">Σ α(p)·N·(p − c) of the segments with demand curves [currency per period].</param>
public readonly record struct PriceMaximum(decimal Price, decimal Contribution);
