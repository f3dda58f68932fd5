namespace ProfitPlanner.Web.Charts;

public sealed record BarsDrawing(string Currency, IReadOnlyList<string> Labels, IReadOnlyList<BarSeries> Series) : Drawing(Currency);

public sealed record BarSeries(string Name, IReadOnlyList<decimal> Values);
