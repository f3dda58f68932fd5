namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>What one tier adds to a customer's bill, for a page that shows how p came about.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Units">Units charged in this tier [units per customer per period].</param>
/// <param name="Charged">What the price is multiplied with [units, or packages in <see cref="TierMode.Package"/>].</param>
/// <param name="Charge">Charged · the tier's price [currency per customer per period].</param>
public readonly record struct TierCharge(Tier Tier, decimal Units, decimal Charged, decimal Charge);
