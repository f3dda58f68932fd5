namespace ProfitPlanner.Web.Charts;

/// <param name="Cells">[x index, y index, value]; what is missing stays blank.</param>
public sealed record HeatmapDrawing(string Currency, AxisUnit Unit, string XLabel, IReadOnlyList<string> Columns, string YLabel, IReadOnlyList<string> Rows, IReadOnlyList<decimal[]> Cells)
    : Drawing(Currency);
