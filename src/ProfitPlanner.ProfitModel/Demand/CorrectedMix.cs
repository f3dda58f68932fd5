using ProfitPlanner.ProfitModel.Pricing.Fitting;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>Corrected shares of all labels, and what they may be: a share with its interval is read off for any of them together.</summary>
/// <param name="Shares">[labels], those of the confusion first.</param>
/// <param name="Drawn">[draws][labels].</param>
/// <param name="Rows">P(given | true), [given · known + true].</param>
/// <param name="Known">Labels of the confusion.</param>
/// <param name="Level">Confidence of the intervals.</param>
internal sealed record CorrectedMix(double[] Shares, double[][] Drawn, double[] Rows, int Known, double Level)
{
    /// <param name="plain">As counted.</param>
    /// <param name="labels">One at least is of the confusion.</param>
    public ShareEstimate Of(ShareEstimate plain, int[] labels)
    {
        var corrected = Math.Min(1, labels.Sum(label => Shares[label]));
        var ends = OrderStatistics.Quantiles([.. Drawn.Select(row => labels.Sum(label => row[label]))], [(1 - Level) / 2, (1 + Level) / 2]);
        var alone = Alone(plain, labels);
        return plain with
        {
            Corrected = corrected,
            Low = Math.Max(0, Math.Min(corrected, Math.Min(ends[0], alone.Lower))),
            High = Math.Min(1, Math.Max(corrected, Math.Max(ends[1], alone.Upper))),
        };
    }

    // Adjusted counting of these labels against the rest, with Wilson's interval: what is drawn again from few
    // conversations says too little of labels that none or all of them were given.
    private Interval Alone(ShareEstimate plain, int[] labels)
    {
        int[] rest = [.. Enumerable.Range(0, Shares.Length).Except(labels)];
        var (truly, falsely) = (Given(labels, labels), Given(rest, labels));
        return new(
            AdjustedCount.Of(plain.PlainLow, truly, 1 - falsely) ?? 0,
            AdjustedCount.Of(plain.PlainHigh, truly, 1 - falsely) ?? 0);
    }

    /// <summary>How often conversations that are truly of some labels are given one of some.</summary>
    private double Given(int[] truly, int[] given)
    {
        var (all, told) = (0.0, 0.0);
        foreach (var label in truly)
        {
            // Where none of them is likely to be there, each counts alike.
            var weight = Shares[label] + 1e-9;
            all += weight;
            told += weight * (label >= Known ? given.Contains(label) ? 1 : 0 : given.Where(other => other < Known).Sum(other => Rows[other * Known + label]));
        }
        return all == 0 ? 0 : told / all;
    }
}
