namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>An alternative and what it brings.</summary>
/// <param name="Alternative">Which.</param>
/// <param name="Mean">Mean profit [currency per period].</param>
/// <param name="ProbabilityBest">How often it turns out the best [1].</param>
public sealed record WeighedAlternative(Alternative Alternative, double Mean, double ProbabilityBest);
