using Microsoft.Extensions.Localization;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>The pictures of one scenario.</summary>
internal sealed class ScenarioCharts(IStringLocalizer<ScenarioTexts> texts)
{
    private const int CurvePoints = 41;

    public IEnumerable<Chart> Of(Scenario scenario, ProfitResult result, Guid? curveSegment)
    {
        yield return Waterfall(result);
        if (result.Segments.Count > 0)
            yield return BySegment(result);
        if (scenario.Segments.FirstOrDefault(s => s.Id == curveSegment) is { } segment)
            foreach (var lever in Enum.GetValues<Lever>())
                yield return Curve(scenario, segment, lever);
    }

    public Chart Waterfall(ProfitResult result)
    {
        var steps = new List<WaterfallStep>();
        if (result.Segments.Count is > 1 and <= 8)
            steps.AddRange(result.Segments.Select(s => new WaterfallStep(s.Name, s.Revenue, IsTotal: false)));
        steps.Add(new(texts["Revenue"], result.Revenue, IsTotal: true));
        steps.Add(new(texts["VariableCost"], -result.VariableCost, IsTotal: false));
        steps.Add(new(texts["RetentionCost"], -result.RetentionCost, IsTotal: false));
        steps.Add(new(texts["Contribution"], result.Contribution, IsTotal: true));
        steps.Add(new(texts["FixedCosts"], -result.FixedCost, IsTotal: false));
        steps.Add(new(texts["Profit"], result.Profit, IsTotal: true));

        var title = result.Profit >= 0
            ? texts["WaterfallProfit", Money(result, result.Revenue), Money(result, result.Profit)]
            : texts["WaterfallLoss", Money(result, result.Revenue), Money(result, -result.Profit)];
        return new Chart("waterfall", title, new WaterfallDrawing(result.Currency.Code, steps),
            [texts["Step"], texts["Amount"]], [.. steps.Select(s => new[] { s.Label, Money(result, s.Value) })]);
    }

    /// <param name="result">Has a segment.</param>
    public Chart BySegment(ProfitResult result)
    {
        var best = result.Segments.MaxBy(s => s.Contribution)!;
        var title = best.Contribution > 0
            ? texts["BySegmentBest", best.Name, Money(result, best.Contribution)]
            : texts["BySegmentNone"];
        return new Chart("by-segment", title,
            new BarsDrawing(result.Currency.Code, [.. result.Segments.Select(s => s.Name)],
                [new BarSeries(texts["Contribution"], [.. result.Segments.Select(s => s.Contribution)])]),
            [texts["Segment"], texts["Contribution"]],
            [.. result.Segments.Select(s => new[] { s.Name, Money(result, s.Contribution) })]);
    }

    private Chart Curve(Scenario scenario, Segment segment, Lever lever)
    {
        var curve = ProfitCurve.Of(scenario, segment.Id, lever, CurvePoints);
        string X(decimal x) => lever switch
        {
            Lever.Conversion => Format.Percent(x),
            Lever.Price => Format.Money(x, scenario.Currency),
            _ => Format.Number(x),
        };
        var title = curve.BreakEven.Value is { } point
            ? texts[$"Curve{lever}", segment.Name, X(point), X(curve.Current)]
            : texts["CurveNone", segment.Name, texts[$"Lever{lever}"].Value, texts[$"Unreachable{curve.BreakEven.Reason}"].Value];
        // The table need not repeat every point of a straight line.
        var rows = curve.Points.Where((_, i) => i % 5 == 0);
        return new Chart($"curve-{lever.ToString().ToLowerInvariant()}", title,
            new CurveDrawing(
                scenario.Currency.Code,
                lever switch { Lever.Conversion => AxisUnit.Share, Lever.Price => AxisUnit.Money, _ => AxisUnit.Count },
                texts[$"Lever{lever}"], texts["Profit"],
                [.. curve.Points.Select(p => new[] { p.X, p.Profit })],
                [curve.Current, curve.CurrentProfit], texts["Today"], curve.BreakEven.Value, texts["BreakEven"]),
            [texts[$"Lever{lever}"], texts["Profit"]],
            [.. rows.Select(p => new[] { X(p.X), Format.Money(p.Profit, scenario.Currency) })]);
    }

    private static string Money(ProfitResult result, decimal amount) => Format.Money(amount, result.Currency);
}
