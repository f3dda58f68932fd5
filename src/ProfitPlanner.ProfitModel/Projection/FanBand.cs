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
    /// <summary>Of the runs' values; they are put in order.</summary>
    internal static FanBand Of(double[] values)
    {
        Array.Sort(values);
        return new FanBand(At(0.05), At(0.1), At(0.25), At(0.5), At(0.75), At(0.9), At(0.95));

        // Between the two values that enclose it (type 7 of Hyndman and Fan).
        double At(double probability)
        {
            var place = probability * (values.Length - 1);
            var below = (int)place;
            var above = Math.Min(below + 1, values.Length - 1);
            return values[below] + (place - below) * (values[above] - values[below]);
        }
    }
}
