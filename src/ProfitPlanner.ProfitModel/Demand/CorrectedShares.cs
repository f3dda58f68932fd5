namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>Shares of demand, corrected for the errors that the classifier made on held-out conversations. Source: docs/modelling/demand.md, "Corrected shares".</summary>
public static class CorrectedShares
{
    /// <summary>One segment in one month, say. Of many with one classifier, <see cref="ShareCorrection"/> is faster.</summary>
    /// <param name="confusion">The classifier's errors; null where they are not known: the shares stay as they were counted.</param>
    /// <param name="given">Conversations [1] by the label that the classifier gave them; 'none of these' is the confusion's last label.</param>
    /// <param name="level">Confidence [1] of the intervals, in (0, 1).</param>
    /// <param name="seed">The same one gives the same intervals.</param>
    /// <returns>Every label of the confusion in its order, then others that were given, by name.</returns>
    /// <exception cref="ArgumentException">The confusion is not square, or a count is negative.</exception>
    public static IReadOnlyList<ShareEstimate> Estimate(
        ConfusionCounts? confusion, IReadOnlyDictionary<string, long> given, double level = 0.95, int seed = 1) =>
        new ShareCorrection(confusion, level, seed).Estimate(given);
}
