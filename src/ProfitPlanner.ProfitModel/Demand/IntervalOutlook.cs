namespace ProfitPlanner.ProfitModel.Demand;

/// <summary>How wide an interval is, and what would make it a third as wide. Source: docs/demand-pages.md, "How sure".</summary>
/// <param name="Points">Half of it [1].</param>
/// <param name="Target">What it could be [1]; null where more conversations cannot make it clearly narrower, as the rest is the classifier's errors.</param>
/// <param name="More">Conversations [1] that <paramref name="Target"/> takes, beside those there are.</param>
public sealed record IntervalOutlook(double Points, double? Target, long More)
{
    /// <param name="share">Of all conversations.</param>
    /// <param name="conversations">All [1], at least 1.</param>
    public static IntervalOutlook Of(ShareEstimate share, long conversations)
    {
        var half = (share.High - share.Low) / 2;
        // Chance narrows with the root of their number; the correction stretches what was counted plainly.
        var byChance = Math.Min(half, (share.PlainHigh - share.PlainLow) / 2 * Stretch(share));
        var byErrors = Math.Sqrt(Math.Max(0, half * half - byChance * byChance));
        var target = Math.Max(half / 3, 1.25 * byErrors);
        if (half <= 0 || target > 0.8 * half)
            return new(half, null, 0);
        var left = Math.Sqrt(target * target - byErrors * byErrors);
        return new(half, target, (long)Math.Ceiling(conversations * (byChance * byChance / (left * left) - 1)));
    }

    private static double Stretch(ShareEstimate share) => share.Plain > 0 && share.Corrected > 0 ? Math.Clamp(share.Corrected / share.Plain, 1, 3) : 1;
}
