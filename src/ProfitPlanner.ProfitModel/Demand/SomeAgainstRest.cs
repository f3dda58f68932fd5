namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>
/// A classifier's errors as to one question: is it about some labels, or about the rest? Many series are corrected by
/// two labels for what one costs by all. A side's errors are those of its labels weighed by how often they occur; where
/// what occurs most has the fewest held-out texts, a side knows as little of its errors as that label does. It counts for
/// 1 / Σ share² / texts, the texts that would leave a rate as doubtful as the weighed one (Kish 1965). Source:
/// docs/demand-pages.md, "Trends".
/// </summary>
public static class SomeAgainstRest
{
    /// <summary>What the labels asked for are called together.</summary>
    public const string Some = "some";

    /// <param name="confusion">By all labels; null where it is not known.</param>
    /// <param name="some">Labels that are asked for.</param>
    /// <param name="shares">Of every label, in the order of the confusion: errors are weighed as the labels occur. Others are left out.</param>
    /// <returns>Of <see cref="Some"/> and the rest; null where nothing is known of either side's errors.</returns>
    public static ConfusionCounts? Of(ConfusionCounts? confusion, IReadOnlySet<string> some, IReadOnlyList<ShareEstimate> shares)
    {
        if (confusion is null)
            return null;
        var k = confusion.Labels.Count;
        bool[] isSome = [.. confusion.Labels.Select(some.Contains)];
        var rows = new double[2, 2];
        for (var side = 0; side < 2; side++)
        {
            int[] labels = [.. Enumerable.Range(0, k).Where(label => isSome[label] == (side == 0) && confusion.Counts[label].Sum() > 0)];
            if (labels.Length == 0)
                return null;
            var known = labels.Sum(label => confusion.Counts[label].Sum());
            var weight = labels.Sum(label => shares[label].Corrected);
            var (given, doubt) = (0.0, 0.0);
            foreach (var label in labels)
            {
                var all = (double)confusion.Counts[label].Sum();
                var share = weight > 0 ? shares[label].Corrected / weight : all / known;
                given += share * confusion.Counts[label].Where((_, other) => isSome[other]).Sum() / all;
                doubt += share * share / all;
            }
            (rows[side, 0], rows[side, 1]) = (given / doubt, (1 - given) / doubt);
        }

        long Count(int side, int given) => (long)Math.Round(rows[side, given]);
        return new ConfusionCounts([Some, ConfusionCounts.None], [[Count(0, 0), Count(0, 1)], [Count(1, 0), Count(1, 1)]]);
    }

    /// <summary>The share of the labels asked for.</summary>
    /// <param name="correction">Of what <see cref="Of"/> gives.</param>
    /// <param name="some">Conversations [1] that were given one of the labels.</param>
    /// <param name="all">All conversations [1].</param>
    public static ShareEstimate Share(ShareCorrection correction, long some, long all) =>
        correction.Estimate(new Dictionary<string, long> { [Some] = some, [ConfusionCounts.None] = all - some }).Single(share => share.Label == Some);
}
