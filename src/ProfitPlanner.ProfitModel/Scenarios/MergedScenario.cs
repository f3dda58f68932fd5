namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Two people's changes to one scenario, brought together.</summary>
/// <param name="Scenario">All of my changes, and all of theirs that do not overlap with mine.</param>
/// <param name="Overlaps">Where their changes gave way to mine.</param>
public sealed record MergedScenario(Scenario Scenario, IReadOnlyList<Overlap> Overlaps);
