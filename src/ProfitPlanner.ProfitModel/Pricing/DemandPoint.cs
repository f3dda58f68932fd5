namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>The share who buy at one price.</summary>
/// <param name="Price">p [currency per customer per period], at least 0.</param>
/// <param name="Conversion">α there [1], in [0, 1].</param>
public readonly record struct DemandPoint(decimal Price, decimal Conversion);
