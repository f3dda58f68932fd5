using ProfitPlanner.ProfitModel.Pricing.Fitting;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>
/// Corrects shares for the known errors of one classifier; what does not depend on the shares is done once. Source:
/// docs/modelling/demand.md, "Corrected shares".
/// </summary>
public sealed class ShareCorrection
{
    /// <summary>Draws [1] that an interval is read from where nothing else is asked for.</summary>
    public const int UsualDraws = 200;

    private const int Steps = 100;
    private const int DrawnSteps = 8;

    private readonly string[] _labels;
    private readonly double _level;
    private readonly ulong _seed;
    private readonly double[]? _mean;
    private readonly double[][] _draws = [];

    /// <param name="confusion">The classifier's errors; null where they are not known: the shares stay as they were counted.</param>
    /// <param name="level">Confidence [1] of the intervals, in (0, 1).</param>
    /// <param name="seed">The same one gives the same intervals.</param>
    /// <param name="draws">What an interval is read from [1]: time grows with it, and its ends get steadier.</param>
    /// <exception cref="ArgumentException">The confusion is not square, or a count is negative.</exception>
    public ShareCorrection(ConfusionCounts? confusion, double level = 0.95, int seed = 1, int draws = UsualDraws)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 2);
        confusion?.Check();
        (_labels, _level, _seed) = ([.. confusion?.Labels ?? []], level, (ulong)seed);
        if (confusion is null || confusion.Counts.All(row => row.All(count => count == 0)))
            return;
        var rows = new ConfusionRows(confusion);
        _mean = rows.Mean();
        var gammas = new GammaDraws(CounterRandom.Key(_seed, 0));
        _draws = new double[draws][];
        for (var i = 0; i < draws; i++)
            _draws[i] = rows.Draw(gammas);
    }

    /// <summary>Shares of what was given.</summary>
    /// <param name="given">Conversations [1] by the label that the classifier gave them.</param>
    /// <param name="together">Labels whose share is asked for together, whatever the classifier confuses among them.</param>
    /// <returns>Every label of the confusion in its order, then others that were given, by name; then each of <paramref name="together"/>.</returns>
    /// <exception cref="ArgumentException">A count is negative.</exception>
    public IReadOnlyList<ShareEstimate> Estimate(IReadOnlyDictionary<string, long> given, params IReadOnlyList<LabelGroup> together)
    {
        var labels = Labels(given);
        return Estimate(given, labels,
        [
            .. labels.Select((label, i) => (label, new[] { i })),
            .. together.Select(group => (group.Name, Enumerable.Range(0, labels.Length).Where(label => group.Labels.Contains(labels[label])).ToArray())),
        ]);
    }

    private string[] Labels(IReadOnlyDictionary<string, long> given)
    {
        var known = _labels.ToHashSet(StringComparer.Ordinal);
        return [.. _labels, .. given.Keys.Where(label => !known.Contains(label)).Order(StringComparer.Ordinal)];
    }

    private ShareEstimate[] Estimate(IReadOnlyDictionary<string, long> given, string[] labels, (string Name, int[] Labels)[] groups)
    {
        if (given.Values.Any(count => count < 0))
            throw new ArgumentException("A count is negative.", nameof(given));
        long[] counts = [.. labels.Select(label => given.GetValueOrDefault(label))];
        ShareEstimate[] plain = [.. groups.Select(group => Plain(group.Name, group.Labels.Sum(label => counts[label]), counts.Sum()))];
        if (_mean is null || counts.Take(_labels.Length).Sum() == 0)
            return plain;
        var corrected = Corrected(counts);
        return [.. plain.Zip(groups, (own, group) => group.Labels.Any(label => label < _labels.Length) ? corrected.Of(own, group.Labels) : own)];
    }

    private ShareEstimate Plain(string label, long count, long all)
    {
        if (all == 0)
            return new(label, 0, 0, 0, 1, 0, 0, 1);
        var (share, interval) = ((double)count / all, Wilson.Of(count, all, _level));
        return new(label, count, share, interval.Lower, interval.Upper, share, interval.Lower, interval.Upper);
    }

    private CorrectedMix Corrected(long[] counts)
    {
        var k = _labels.Length;
        double[] own = [.. counts.Take(k).Select(count => (double)count)];
        var known = own.Sum();
        double[] start = [.. own.Select(count => 0.9 * count / known + 0.1 / k)];
        var best = new ShareLikelihood(_mean!, k).Maximum(own, start, Steps);
        // Labels that the confusion knows nothing of stay as they were counted, and take their share off the rest.
        double[] others = [.. counts.Skip(k).Select(count => (double)count)];
        double All(double sum) => sum + others.Sum();

        var gammas = new GammaDraws(CounterRandom.Key(_seed, 1));
        double[] again = [.. best.Select((share, i) => 0.8 * share + 0.1 * own[i] / known + 0.1 / k)];
        var drawn = new double[_draws.Length][];
        for (var i = 0; i < drawn.Length; i++)
        {
            // Conversations drawn again, and an own draw of the classifier's errors.
            double[] weights = [.. own.Concat(others).Select(count => count == 0 ? 0 : gammas.Next(count))];
            var part = weights.Take(k).Sum() / weights.Sum();
            drawn[i] = [.. new ShareLikelihood(_draws[i], k).Maximum(weights.AsSpan(0, k), again, DrawnSteps).Select(share => share * part), .. weights.Skip(k).Select(weight => weight / weights.Sum())];
        }
        return new CorrectedMix([.. best.Select(share => share * known / All(known)), .. others.Select(count => count / All(known))], drawn, _mean!, k, _level);
    }
}
