namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>Why the result's variance cannot be shared out among the numbers.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Pairs">The numbers that move together, where that is why; none otherwise.</param>
public sealed record NoSobolIndices(NoSobolReason Reason, IReadOnlyList<RankPair> Pairs) : SobolOutcome;
