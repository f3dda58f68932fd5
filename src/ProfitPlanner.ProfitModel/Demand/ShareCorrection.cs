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
    /// <returns>Every label of the confusion in its order, then others that were given, by name.</returns>
    /// <exception cref="ArgumentException">A count is negative.</exception>
    public IReadOnlyList<ShareEstimate> Estimate(IReadOnlyDictionary<string, long> given)
    {
        if (given.Values.Any(count => count < 0))
            throw new ArgumentException("A count is negative.", nameof(given));
        var known = _labels.ToHashSet(StringComparer.Ordinal);
        string[] labels = [.. _labels, .. given.Keys.Where(label => !known.Contains(label)).Order(StringComparer.Ordinal)];
        long[] counts = [.. labels.Select(label => given.GetValueOrDefault(label))];
        ShareEstimate[] plain = [.. labels.Select((label, i) => Plain(label, counts[i], counts.Sum()))];
        return _mean is null || counts.Take(_labels.Length).Sum() == 0 ? plain : Corrected(plain, counts);
    }

    private ShareEstimate Plain(string label, long count, long all)
    {
        if (all == 0)
            return new(label, 0, 0, 0, 1, 0, 0, 1);
        var (share, interval) = ((double)count / all, Wilson.Of(count, all, _level));
        return new(label, count, share, interval.Lower, interval.Upper, share, interval.Lower, interval.Upper);
    }

    private ShareEstimate[] Corrected(ShareEstimate[] plain, long[] counts)
    {
        var k = _labels.Length;
        var all = counts.Sum();
        double[] own = [.. counts.Take(k).Select(count => (double)count)];
        // Labels that the confusion knows nothing of stay as they were counted, and take their share off the rest.
        var part = own.Sum() / all;
        double[] start = [.. own.Select(count => 0.9 * count / own.Sum() + 0.1 / k)];
        var best = new ShareLikelihood(_mean!, k).Maximum(own, start, Steps);

        var drawn = Drawn(own, best, all - own.Sum());
        return
        [
            .. plain.Take(k).Select((label, i) =>
            {
                var interval = Interval(drawn, i);
                var alone = Alone(label, i, best, part);
                var corrected = best[i] * part;
                return label with
                {
                    Corrected = corrected,
                    Low = Math.Max(0, Math.Min(corrected, Math.Min(interval.Lower, alone.Lower))),
                    High = Math.Min(1, Math.Max(corrected, Math.Max(interval.Upper, alone.Upper))),
                };
            }),
            .. plain.Skip(k),
        ];
    }

    // [draws][labels], each with conversations drawn again and an own draw of the classifier's errors.
    private double[][] Drawn(double[] own, double[] best, double others)
    {
        var k = own.Length;
        var gammas = new GammaDraws(CounterRandom.Key(_seed, 1));
        double[] start = [.. best.Select((share, i) => 0.8 * share + 0.1 * own[i] / own.Sum() + 0.1 / k)];
        var drawn = new double[_draws.Length][];
        var again = new double[k];
        for (var i = 0; i < drawn.Length; i++)
        {
            for (var label = 0; label < k; label++)
                again[label] = own[label] == 0 ? 0 : gammas.Next(own[label]);
            var sum = again.Sum();
            var part = others == 0 ? 1 : sum / (sum + gammas.Next(others));
            drawn[i] = new ShareLikelihood(_draws[i], k).Maximum(again, start, DrawnSteps);
            for (var label = 0; label < k; label++)
                drawn[i][label] *= part;
        }
        return drawn;
    }

    private Interval Interval(double[][] drawn, int label)
    {
        double[] values = [.. drawn.Select(row => row[label])];
        var ends = OrderStatistics.Quantiles(values, [(1 - _level) / 2, (1 + _level) / 2]);
        return new(ends[0], ends[1]);
    }

    // Adjusted counting of this label against the rest, with Wilson's interval: what is drawn again from few
    // conversations says too little of labels that none or all of them were given.
    private Interval Alone(ShareEstimate label, int i, double[] best, double part)
    {
        var k = best.Length;
        var rest = 1 - best[i];
        var falsely = 0.0;
        for (var other = 0; other < k; other++)
            falsely += other == i || rest <= 0 ? 0 : best[other] / rest * _mean![i * k + other];
        var truly = _mean![i * k + i];
        return new(
            AdjustedCount.Of(label.PlainLow, truly, 1 - falsely) ?? 0,
            AdjustedCount.Of(label.PlainHigh, truly, 1 - falsely) ?? 0);
    }
}
