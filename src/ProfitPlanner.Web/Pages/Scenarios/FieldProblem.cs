namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>What is wrong at a field, as a key of ScenarioTexts.</summary>
public sealed record FieldProblem(string Path, string Text, decimal? Limit = null);
