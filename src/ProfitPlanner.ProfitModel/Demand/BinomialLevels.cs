namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>How well one share explains a stretch of periods.</summary>
internal sealed class BinomialLevels
{
    private readonly long[] _successes;
    private readonly long[] _trials;

    public BinomialLevels(IReadOnlyList<long> successes, IReadOnlyList<long> trials) =>
        (_successes, _trials) = (Sums(successes), Sums(trials));

    /// <summary>What a change must gain [−2 ln likelihood]: two parameters, its place and the new share, at ln(trials) each.</summary>
    public double Penalty => 2 * Math.Log(Math.Max(_trials[^1], Math.E));

    /// <summary>Share [1] of the periods from <paramref name="start"/> to before <paramref name="end"/>; 0 where they hold nothing.</summary>
    public double Share(int start, int end) =>
        Within(_trials, start, end) is var trials and > 0 ? (double)Within(_successes, start, end) / trials : 0;

    /// <summary>−2 ln likelihood of the same periods under their own share, but for what does not depend on it.</summary>
    public double Cost(int start, int end)
    {
        var (hits, trials) = (Within(_successes, start, end), Within(_trials, start, end));
        return -2 * (XLogX(hits) + XLogX(trials - hits) - XLogX(trials));
    }

    private static double XLogX(long x) => x == 0 ? 0 : x * Math.Log(x);

    private static long Within(long[] sums, int start, int end) => sums[end] - sums[start];

    private static long[] Sums(IReadOnlyList<long> values)
    {
        var sums = new long[values.Count + 1];
        for (var i = 0; i < values.Count; i++)
            sums[i + 1] = sums[i] + values[i];
        return sums;
    }
}
