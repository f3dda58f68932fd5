using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>What a month's number may be [its unit throughout]: it stays at or below Px with x percent probability.</summary>
/// <param name="P5">5 percent.</param>
/// <param name="P10">10 percent.</param>
/// <param name="P25">25 percent.</param>
/// <param name="P50">The median.</param>
/// <param name="P75">75 percent.</param>
/// <param name="P90">90 percent.</param>
/// <param name="P95">95 percent.</param>
public sealed record FanBand(double P5, double P10, double P25, double P50, double P75, double P90, double P95)
{
    private static readonly double[] Probabilities = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95];

    /// <summary>Of the runs' values, in any order.</summary>
    internal static FanBand Of(double[] values)
    {
        var at = OrderStatistics.Quantiles(values, Probabilities);
        return new FanBand(at[0], at[1], at[2], at[3], at[4], at[5], at[6]);
    }
}
