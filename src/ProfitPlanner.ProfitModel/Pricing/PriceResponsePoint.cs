namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>One point of a <see cref="PriceResponse"/>.</summary>
/// <param name="Price">p [currency per customer per period].</param>
/// <param name="Conversion">α(p) [1].</param>
/// <param name="Contribution">α(p)·N·(p − c) of the segment [currency per period].</param>
/// <param name="Profit">P of the whole scenario [currency per period].</param>
public readonly record struct PriceResponsePoint(decimal Price, decimal Conversion, decimal Contribution, decimal Profit);
