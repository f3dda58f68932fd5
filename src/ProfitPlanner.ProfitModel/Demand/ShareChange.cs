using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>
/// How a share has changed from one period to the next, with an interval: a change counts where the interval leaves
/// out zero. Source: Newcombe 1998, method 10; docs/demand.md, "New and growing topics".
/// </summary>
/// <param name="Before">The share in the period before [1].</param>
/// <param name="Now">The share now [1].</param>
/// <param name="Interval">Of the difference [1].</param>
public sealed record ShareChange(double Before, double Now, Interval Interval)
{
    /// <summary>Whether it has risen, beyond what chance brings.</summary>
    public bool Grows => Interval.Lower > 0;

    /// <summary>Whether it has fallen, beyond what chance brings.</summary>
    public bool Shrinks => Interval.Upper < 0;

    /// <summary>From counts; null where one of the periods has nothing.</summary>
    /// <param name="hitsBefore">Of <paramref name="countBefore"/> [1].</param>
    /// <param name="countBefore">All of the period before [1].</param>
    /// <param name="hitsNow">Of <paramref name="countNow"/> [1].</param>
    /// <param name="countNow">All of this period [1].</param>
    /// <param name="compared">How many shares are looked at together [1]: their intervals hold all at once (Bonferroni).</param>
    /// <param name="confidence">Of all together, in (0, 1).</param>
    public static ShareChange? Of(long hitsBefore, long countBefore, long hitsNow, long countNow, int compared = 1, double confidence = 0.95)
    {
        if (countBefore <= 0 || countNow <= 0)
            return null;
        var each = 1 - (1 - confidence) / Math.Max(1, compared);
        return new((double)hitsBefore / countBefore, (double)hitsNow / countNow, Newcombe.Of(hitsBefore, countBefore, hitsNow, countNow, each));
    }
}
