namespace ProfitPlanner.Web.Charts;

/// <summary>How an axis writes its numbers.</summary>
public enum AxisUnit
{
    Money,
    Share,
    Count,

    /// <summary>A number that is none of these, as a ratio.</summary>
    Number,
}
