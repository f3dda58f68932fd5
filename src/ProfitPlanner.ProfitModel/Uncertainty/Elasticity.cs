namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>By how many percent of itself the profit moves where a number rises by one percent.</summary>
/// <param name="Path">The number (see <see cref="Scenarios.ScenarioChange"/>).</param>
/// <param name="OfProfit">x·(dP/dx)/|P| [1]: above 0 where more of the number is better, for a loss too.</param>
/// <param name="ConversionHeld">
/// Whether it moves the price of a segment without a demand curve: as many go on to buy, and the effect is overstated.
/// </param>
public sealed record Elasticity(string Path, double OfProfit, bool ConversionHeld);
