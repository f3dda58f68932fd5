using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>One of the things that could be done.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Scenario">The scenario as it would be then; null is to do nothing, whose profit is zero.</param>
/// <param name="Price">The price that is tried [currency per customer per period]; null where none is.</param>
public sealed record Alternative(AlternativeKind Kind, Scenario? Scenario, decimal? Price = null);
