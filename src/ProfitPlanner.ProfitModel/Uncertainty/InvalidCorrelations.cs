namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// The correlations cannot all hold at once: nothing was simulated.
/// Source: docs/modelling/uncertainty.md, "Correlated inputs".
/// </summary>
/// <param name="Given">The pairs as the scenario has them.</param>
/// <param name="Nearest">
/// The nearest pairs that can hold at once, pairs that the scenario lacks included where they are not zero; empty
/// where more numbers are correlated than the limit.
/// </param>
public sealed record InvalidCorrelations(IReadOnlyList<RankPair> Given, IReadOnlyList<RankPair> Nearest) : SimulationOutcome;
