namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>Spearman's rank correlation of two uncertain numbers.</summary>
/// <param name="First">Path of the one.</param>
/// <param name="Second">Path of the other.</param>
/// <param name="Rank">ρ [1], in (−1, 1).</param>
public sealed record RankPair(string First, string Second, decimal Rank);
