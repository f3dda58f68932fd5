namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>Changes of level in a series of shares. Source: docs/modelling/demand.md, "Change points".</summary>
public static class ChangePoints
{
    /// <summary>
    /// The segmentation with the least −2 ln likelihood + penalty for each change, found exactly (PELT: Killick, Fearnhead
    /// and Eckley 2012).
    /// </summary>
    /// <param name="successes">Conversations about it [1], of each period in turn.</param>
    /// <param name="trials">All conversations [1] of each period; a period may have none.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or more are about it than there are.</exception>
    public static IReadOnlyList<ChangePoint> Of(IReadOnlyList<long> successes, IReadOnlyList<long> trials)
    {
        if (successes.Count != trials.Count)
            throw new ArgumentException("Each period needs successes and trials.");
        if (successes.Zip(trials).Any(period => period.First < 0 || period.First > period.Second))
            throw new ArgumentException("Of each period, successes must be between 0 and the trials.");

        var levels = new BinomialLevels(successes, trials);
        int[] starts = [.. Starts(levels, successes.Count)];
        return
        [
            .. starts.Skip(1).Select((start, i) => (Begin: starts[i], Start: start, End: i + 2 < starts.Length ? starts[i + 2] : successes.Count))
                .Select(at => new ChangePoint(
                    at.Start, levels.Share(at.Begin, at.Start), levels.Share(at.Start, at.End),
                    (levels.Cost(at.Begin, at.End) - levels.Cost(at.Begin, at.Start) - levels.Cost(at.Start, at.End)) / 2)),
        ];
    }

    private static Stack<int> Starts(BinomialLevels levels, int periods)
    {
        var penalty = levels.Penalty;
        var least = new double[periods + 1];
        var last = new int[periods + 1];
        least[0] = -penalty;
        List<int> candidates = [0];
        for (var end = 1; end <= periods; end++)
        {
            var costs = candidates.ConvertAll(start => least[start] + levels.Cost(start, end));
            // Where empty periods come before a change, it is as likely in any of them: it is seen in the one after.
            var best = costs.LastIndexOf(costs.Min());
            (least[end], last[end]) = (costs[best] + penalty, candidates[best]);
            // What cannot win from here can never win: a stretch divided never costs more than whole.
            candidates = [.. candidates.Where((_, i) => costs[i] <= least[end]), end];
        }

        var starts = new Stack<int>();
        for (var end = periods; end > 0; end = last[end])
            starts.Push(last[end]);
        return starts;
    }
}
