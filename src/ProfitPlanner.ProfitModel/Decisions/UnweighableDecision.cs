using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>The correlations cannot all hold at once: nothing was weighed.</summary>
/// <param name="Correlations">What is wrong with them, and what would be right.</param>
public sealed record UnweighableDecision(InvalidCorrelations Correlations) : DecisionOutcome;
