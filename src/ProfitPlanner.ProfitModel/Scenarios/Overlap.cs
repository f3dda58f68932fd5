namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Two people changed the same thing differently; in the merged scenario mine stands.</summary>
/// <param name="Path">The path that both touched: where one changed a part of what the other changed as a whole, the whole's.</param>
/// <param name="Mine">What I changed.</param>
/// <param name="Theirs">What they changed, and what is not in the merged scenario.</param>
public sealed record Overlap(string Path, ScenarioChange Mine, ScenarioChange Theirs);
