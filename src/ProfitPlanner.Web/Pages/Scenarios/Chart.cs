using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>A picture: a title that states its finding, the numbers to draw, and the same numbers as a table.</summary>
/// <param name="Id">Unique on the page.</param>
/// <param name="Drawing">What Assets/charts.ts draws.</param>
public sealed record Chart(string Id, string Title, Drawing Drawing, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public string DrawingJson => JsonSerializer.Serialize(Drawing, Json);
}

/// <summary>How an axis writes its numbers.</summary>
public enum AxisUnit
{
    Money,
    Share,
    Count,
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(WaterfallDrawing), "waterfall")]
[JsonDerivedType(typeof(BarsDrawing), "bars")]
[JsonDerivedType(typeof(CurveDrawing), "curve")]
public abstract record Drawing(string Currency);

/// <param name="Steps">From left to right; a total stands on zero, any other step on the sum so far.</param>
public sealed record WaterfallDrawing(string Currency, IReadOnlyList<WaterfallStep> Steps) : Drawing(Currency);

public sealed record WaterfallStep(string Label, decimal Value, bool IsTotal);

public sealed record BarsDrawing(string Currency, IReadOnlyList<string> Labels, IReadOnlyList<BarSeries> Series) : Drawing(Currency);

public sealed record BarSeries(string Name, IReadOnlyList<decimal> Values);

public sealed record CurveDrawing(
    string Currency, AxisUnit XUnit, string XLabel, string YLabel, IReadOnlyList<decimal[]> Points,
    decimal[] Now, string NowLabel, decimal? BreakEven, string BreakEvenLabel) : Drawing(Currency);
