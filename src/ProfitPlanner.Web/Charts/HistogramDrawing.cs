namespace ProfitPlanner.Web.Charts;

/// <param name="Bins">From left to right, touching; those below zero are drawn as losses.</param>
/// <param name="Marks">Values marked by a line across.</param>
public sealed record HistogramDrawing(string Currency, AxisUnit XUnit, string XLabel, IReadOnlyList<HistogramBar> Bins, IReadOnlyList<MarkedValue> Marks)
    : Drawing(Currency);

/// <param name="Share">Of all [1].</param>
public sealed record HistogramBar(decimal From, decimal To, decimal Share);

public sealed record MarkedValue(decimal X, string Label);
