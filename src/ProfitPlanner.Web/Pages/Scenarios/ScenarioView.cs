using Microsoft.Extensions.Localization;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>A scenario with all that the editor shows of it.</summary>
public sealed class ScenarioView
{
    public required Scenario Scenario { get; init; }

    public required ProfitResult Result { get; init; }

    public required SegmentBreakEven CommonFactor { get; init; }

    public required IReadOnlyList<(Segment Segment, SegmentBreakEven Points)> BreakEvens { get; init; }

    public required IReadOnlyList<Chart> Charts { get; init; }

    /// <summary>The segment whose curves are drawn; null where there is none.</summary>
    public Guid? CurveSegment { get; init; }

    public static ScenarioView Of(Scenario scenario, IStringLocalizer<ScenarioTexts> texts, Guid? curveSegment = null)
    {
        var result = scenario.Evaluate();
        if (scenario.Segments.All(s => s.Id != curveSegment))
            curveSegment = scenario.Segments.Count > 0 ? scenario.Segments[0].Id : null;
        return new ScenarioView
        {
            Scenario = scenario,
            Result = result,
            CommonFactor = BreakEven.CommonFactor(scenario),
            BreakEvens = [.. scenario.Segments.Zip(BreakEven.OfSegments(scenario))],
            Charts = [.. new ScenarioCharts(texts).Of(scenario, result, curveSegment)],
            CurveSegment = curveSegment,
        };
    }
}
