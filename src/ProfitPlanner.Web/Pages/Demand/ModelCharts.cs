using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Models;
using ProfitPlanner.Web.Charts;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>What a model takes for what, how far its confidence holds, and whether more labels would help.</summary>
internal sealed class ModelCharts(IStringLocalizer<ReviewTexts> texts, OpenModel.Result model)
{
    /// <summary>With fewer turns, a difference of several points may be chance.</summary>
    public const int FewHeldOut = 100;

    private const int MostLabels = 20;

    // From this gain on over the last quarter of the labels, more of them are worth the work.
    private const double StillRising = 0.01;

    private readonly ModelFigures _figures = model.Figures!;

    public string Takeaway => _figures.Other is not { } other
        ? texts["Takeaway.Alone", Format.Percent(_figures.Own.Accuracy, 1)]
        : texts[!other.IsClearlyDifferent ? "Takeaway.Same" : _figures.Own.Accuracy > other.Measure.Accuracy ? "Takeaway.Better" : "Takeaway.Worse",
            Format.Percent(_figures.Own.Accuracy, 1), Format.Percent(other.Measure.Accuracy, 1)];

    public string Interval(HeldOutMeasure measure) =>
        texts["Interval", Format.Percent(measure.AccuracyInterval.Lower, 1), Format.Percent(measure.AccuracyInterval.Upper, 1)];

    /// <summary>The labels with most turns; the rest are in the figures alone. Null where there is one, with nothing to take it for.</summary>
    public Chart? Confusion()
    {
        var measure = _figures.Own;
        var shown = Enumerable.Range(0, measure.Labels.Count).OrderByDescending(label => measure.Confusion[label].Sum()).Take(MostLabels).Order().ToList();
        if (shown.Count < 2)
            return null;
        var names = shown.Select(label => Name(measure.Labels[label])).ToList();
        var worst = (from row in shown from column in shown where row != column orderby measure.Confusion[row][column] descending select (row, column)).First();
        return new Chart("confusion",
            measure.Confusion[worst.row][worst.column] == 0
                ? texts["ConfusionTitle.None"]
                : texts["ConfusionTitle", Name(measure.Labels[worst.row]), Name(measure.Labels[worst.column]), measure.Confusion[worst.row][worst.column]],
            new HeatmapDrawing("", AxisUnit.Count, texts["ModelSays"], names, texts["PeopleSay"], names,
                [.. shown.SelectMany((row, y) => shown.Select((column, x) => new decimal[] { x, y, measure.Confusion[row][column] }))]),
            [texts["PeopleSay"], .. names],
            [.. shown.Select((row, y) => (IReadOnlyList<string>)[names[y], .. shown.Select(column => Format.Number(measure.Confusion[row][column]))])]);
    }

    /// <summary>Null where no turn was given an intent.</summary>
    public Chart? Reliability()
    {
        var bins = _figures.Own.Reliability;
        if (bins.Count == 0)
            return null;
        return new Chart("reliability",
            texts["ReliabilityTitle", Format.Percent(_figures.Own.Ece, 1)],
            new LinesDrawing("", AxisUnit.Share, texts["Confidence"], AxisUnit.Share, texts["ShareRight"],
            [
                new LineSeries(texts["AsItIs"], [.. bins.Select(bin => new[] { Share(bin.Confidence), Share(bin.Right) })]),
                new LineSeries(texts["AsItShouldBe"], [[0, 0], [1, 1]], IsDashed: true),
            ]),
            [texts["Confidence"], texts["ShareRight"], texts["Turns"]],
            [.. bins.Select(bin => new[] { Format.Percent(bin.Confidence, 0), Format.Percent(bin.Right, 0), Format.Number(bin.Turns) })]);
    }

    /// <summary>Null where it could not be drawn.</summary>
    public Chart? LearningCurve()
    {
        var points = _figures.LearningCurve;
        if (points.Count < 2)
            return null;
        var gain = points[^1].Accuracy - points[^2].Accuracy;
        return new Chart("learning-curve",
            gain >= StillRising ? texts["CurveTitle.Rising", Format.Percent(gain, 1)] : texts["CurveTitle.Flat"],
            new LinesDrawing("", AxisUnit.Count, texts["TextsLearned"], AxisUnit.Share, texts["Accuracy"],
                [new LineSeries(texts["LinearModel"], [.. points.Select(point => new[] { point.Texts, Share(point.Accuracy) })])]),
            [texts["ShareOfLabels"], texts["TextsLearned"], texts["Accuracy"]],
            [.. points.Select(point => new[] { Format.Percent(point.Share, 0), Format.Number(point.Texts), Format.Percent(point.Accuracy, 1) })]);
    }

    private static decimal Share(double share) => (decimal)Math.Round(share, 4);

    private string Name(string label) => label.Length == 0 ? texts["NoneOfThese"] : model.Names.GetValueOrDefault(label, label);
}
