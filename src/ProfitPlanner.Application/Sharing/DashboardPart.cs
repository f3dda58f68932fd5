namespace ProfitPlanner.Application.Sharing;

/// <summary>What a founder may leave off a dashboard. The figures on top and the downside are always there.</summary>
public enum DashboardPart
{
    Waterfall = 1,
    Segments,
    Price,
    Cash,
    Tornado,
    Demand,
    Assumptions,
}
