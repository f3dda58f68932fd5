namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>Groups customers by the mix of what they ask for: a mixture of multinomials by EM. Source: docs/modelling/demand.md, "Segments by mix".</summary>
public static class MixSegmentation
{
    // Each from other beginnings: EM ends on the nearest hill.
    private const int Beginnings = 4;

    /// <summary>The number of segments that has the least BIC.</summary>
    /// <param name="countsByCustomer">How often [1] each customer asked for each intent: [customers][intents], all of one length.</param>
    /// <param name="most">Segments [1] that are tried at most, from 1.</param>
    /// <param name="seed">The same one gives the same segments.</param>
    /// <exception cref="ArgumentException">Customers differ in their number of intents, or a count is negative.</exception>
    public static IntentMixes Of(IReadOnlyList<IReadOnlyList<int>> countsByCustomer, int most = 8, int seed = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(most);
        if (countsByCustomer.Any(counts => counts.Count != countsByCustomer[0].Count || counts.Any(count => count < 0)))
            throw new ArgumentException("Each customer needs a count of each intent, none of them negative.", nameof(countsByCustomer));
        var rows = MixRows.Of(countsByCustomer);
        if (rows.Customers == 0)
            return new([.. countsByCustomer.Select(_ => 0)], [], []);

        MultinomialMixture[] fits =
        [
            .. Enumerable.Range(1, Math.Min(most, rows.Distinct.Count)).Select(segments =>
                Enumerable.Range(0, segments == 1 ? 1 : Beginnings)
                    .Select(beginning => MultinomialMixture.Fit(rows, segments, (ulong)seed, (ulong)beginning))
                    .MaxBy(fit => fit.LogLikelihood)!),
        ];
        var best = fits.MinBy(fit => fit.Bic(rows))!.LargestFirst();
        var segmentOf = best.SegmentOf(rows);
        return new(
            [.. rows.RowOf.Select(row => row < 0 ? 0 : segmentOf[row])],
            best.Shares,
            [.. fits.Select(fit => (fit.Weights.Count, fit.Bic(rows)))]);
    }
}
