using CsCheck;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Tests.Metrics;

public sealed class AnyLabelsReportTests
{
    private static readonly string[] Labels = ["refund", "order", "greeting"];

    [Fact]
    public void Figures_worked_out_by_hand()
    {
        var report = AnyLabelsReport.Of(
            [[0, 1], [0], []],
            [[0, 1], [1], []],
            [[0.9f, 0.8f, 0.1f], [0.4f, 0.6f, 0.1f], [0.1f, 0.1f, 0.2f]],
            Labels);

        Assert.Equal(2 / 3.0, report.SubsetAccuracy, 1e-12);
        Assert.Equal(new LabelFigures("refund", 1, 0.5, 2 / 3.0, 2), report.Labels[0]);
        Assert.Equal(new LabelFigures("order", 0.5, 1, 2 / 3.0, 1), report.Labels[1]);
        Assert.Equal(2 / 3.0, report.MacroF1, 1e-12);
        Assert.Equal((0.1 + 0.6 + 0.2) / 3, report.Ece, 1e-6);
    }

    [Fact]
    public void One_label_a_row_gives_the_figures_of_one_label() => Gen.Select(Gen.Int[0, 2], Gen.Int[0, 2]).Array[1, 50].Sample(rows =>
    {
        var report = AnyLabelsReport.Of(
            [.. rows.Select(row => new[] { row.Item1 })],
            [.. rows.Select(row => new[] { row.Item2 })],
            [.. rows.Select(row => Enumerable.Range(0, 3).Select(label => label == row.Item2 ? 1f : 0).ToArray())],
            Labels);
        var single = ClassificationReport.Of([.. rows.Select(row => row.Item1)], [.. rows.Select(row => row.Item2)], Labels);

        Assert.Equal(single.Accuracy, report.SubsetAccuracy, 1e-12);
        Assert.Equal(single.MacroF1, report.MacroF1, 1e-12);
        Assert.Equal(single.Labels, report.Labels);
    });

    [Fact]
    public void Sizes_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => AnyLabelsReport.Of([], [], [], Labels));
        Assert.Throws<ArgumentException>(() => AnyLabelsReport.Of([[0]], [[0]], [[0.5f]], Labels));
        Assert.Throws<ArgumentException>(() => AnyLabelsReport.Of([[0]], [], [[0.5f, 0, 0]], Labels));
    }
}
