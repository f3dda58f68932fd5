namespace ProfitPlanner.Web.Charts;

/// <summary>Lines over one axis, with bands behind them (a fan), stretches of the axis shaded (a flat region), and points marked.</summary>
/// <param name="XLabels">Names of x = 0, 1, 2 … where the axis counts months or the like; null where it is a number.</param>
/// <param name="Bands">From the widest to the narrowest; points are [x, low, high].</param>
public sealed record LinesDrawing(
    string Currency, AxisUnit XUnit, string XLabel, AxisUnit YUnit, string YLabel, IReadOnlyList<LineSeries> Lines,
    IReadOnlyList<BandSeries>? Bands = null, IReadOnlyList<ShadedRange>? Shaded = null, IReadOnlyList<MarkedPoint>? Marks = null,
    IReadOnlyList<string>? XLabels = null) : Drawing(Currency);

/// <param name="Points">[x, y] each.</param>
/// <param name="IsDashed">Told apart by more than its colour.</param>
public sealed record LineSeries(string Name, IReadOnlyList<decimal[]> Points, bool IsDashed = false, bool IsDots = false);

public sealed record BandSeries(string Name, IReadOnlyList<decimal[]> Points);

public sealed record ShadedRange(decimal From, decimal To, string Label);

public sealed record MarkedPoint(decimal X, decimal Y, string Label);
