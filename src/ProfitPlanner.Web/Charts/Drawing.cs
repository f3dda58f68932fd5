using System.Text.Json.Serialization;

namespace ProfitPlanner.Web.Charts;

/// <summary>The numbers of a picture; Assets/charts draws each kind.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(WaterfallDrawing), "waterfall")]
[JsonDerivedType(typeof(BarsDrawing), "bars")]
[JsonDerivedType(typeof(CurveDrawing), "curve")]
[JsonDerivedType(typeof(LinesDrawing), "lines")]
[JsonDerivedType(typeof(HistogramDrawing), "histogram")]
[JsonDerivedType(typeof(TornadoDrawing), "tornado")]
[JsonDerivedType(typeof(HeatmapDrawing), "heatmap")]
[JsonDerivedType(typeof(PointsDrawing), "points")]
public abstract record Drawing(string Currency);
