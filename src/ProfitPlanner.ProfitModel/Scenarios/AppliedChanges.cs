namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>What came of applying changes to a scenario.</summary>
/// <param name="Scenario">The scenario with the changes that could be applied.</param>
/// <param name="NotApplied">Those that could not, since what they change is not there.</param>
public sealed record AppliedChanges(Scenario Scenario, IReadOnlyList<ScenarioChange> NotApplied);
