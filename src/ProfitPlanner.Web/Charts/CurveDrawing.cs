namespace ProfitPlanner.Web.Charts;

public sealed record CurveDrawing(
    string Currency, AxisUnit XUnit, string XLabel, string YLabel, IReadOnlyList<decimal[]> Points,
    decimal[] Now, string NowLabel, decimal? BreakEven, string BreakEvenLabel) : Drawing(Currency);
