namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>One step of a price that depends on volume.</summary>
/// <param name="UpTo">Where the next tier begins [units per customer per period]; null in the last, which has no end.</param>
/// <param name="UnitPrice">Price in this tier [currency per unit, or per package in <see cref="TierMode.Package"/>], at least 0.</param>
public readonly record struct Tier(decimal? UpTo, decimal UnitPrice);
