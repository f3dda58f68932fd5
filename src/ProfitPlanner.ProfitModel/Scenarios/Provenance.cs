namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Where a number of a scenario comes from.</summary>
/// <param name="Kind">How well founded it is.</param>
/// <param name="Reason">Why it is what it is [1 to 2,000 characters].</param>
public sealed record Provenance(ProvenanceKind Kind, string Reason);
