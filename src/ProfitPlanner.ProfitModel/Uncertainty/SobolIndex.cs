namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>The part of a result's variance that is due to some of its numbers.</summary>
/// <param name="Paths">The numbers (see <see cref="Scenarios.ScenarioChange"/>).</param>
/// <param name="First">
/// How much of the variance would vanish on average if they were known [1]; as an estimate, outside [0, 1] by no more
/// than its error.
/// </param>
/// <param name="FirstError">Standard error of the former [1].</param>
/// <param name="Total">How much would be left if all the others were known [1]; their interplay with the others included.</param>
/// <param name="TotalError">Standard error of the former [1].</param>
public sealed record SobolIndex(IReadOnlyList<string> Paths, double First, double FirstError, double Total, double TotalError);
