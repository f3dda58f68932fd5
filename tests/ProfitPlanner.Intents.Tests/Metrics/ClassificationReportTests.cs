using CsCheck;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Tests.Metrics;

public sealed class ClassificationReportTests
{
    private static readonly string[] Labels = ["refund", "order", "none used", "greeting"];

    private static readonly Gen<(float[] Probabilities, int Truth)[]> Rows = Gen.Select(
        Gen.Float[-3, 3].Array[4].Select(logits => Logits.Softmax(logits)), Gen.Int[0, 3]).Array[1, 60];

    [Fact]
    public void Figures_worked_out_by_hand()
    {
        var report = ClassificationReport.Of([0, 0, 0, 1, 1], [0, 0, 1, 1, 3], Labels);

        Assert.Equal(0.6, report.Accuracy, 1e-12);
        Assert.Equal([[2, 1, 0, 0], [0, 1, 0, 1], [0, 0, 0, 0], [0, 0, 0, 0]], report.Confusion);
        Assert.Equal(new LabelFigures("refund", 1, 2 / 3.0, 0.8, 3), report.Labels[0]);
        Assert.Equal(new LabelFigures("order", 0.5, 0.5, 0.5, 2), report.Labels[1]);
        Assert.Equal(new LabelFigures("greeting", 0, 0, 0, 0), report.Labels[3]);
        // 'greeting' was given and counts; 'none used' does not occur and does not.
        Assert.Equal((0.8 + 0.5 + 0) / 3, report.MacroF1, 1e-12);
        Assert.Null(report.Ece);
    }

    [Fact]
    public void Calibration_worked_out_by_hand()
    {
        // Bins of 1/15: 0.9 twice, one right; 0.6 once, right.
        var report = ClassificationReport.Of([0, 1, 0], [[0.9f, 0.1f], [0.9f, 0.1f], [0.6f, 0.4f]], ["yes", "no"]);

        Assert.Equal((Math.Abs(1.8 - 1) + Math.Abs(0.6 - 1)) / 3, report.Ece!.Value, 1e-6);
    }

    [Fact]
    public void The_report_is_what_counting_row_by_row_gives() => Rows.Sample(rows =>
    {
        var (truth, probabilities) = (rows.Select(row => row.Truth).ToArray(), rows.Select(row => row.Probabilities).ToArray());
        var predicted = probabilities.Select(row => Array.IndexOf(row, row.Max())).ToArray();
        var report = ClassificationReport.Of(truth, probabilities, Labels);

        Assert.Equal(truth.Zip(predicted).Count(row => row.First == row.Second) / (double)rows.Length, report.Accuracy, 1e-12);
        for (var label = 0; label < 4; label++)
        {
            var right = truth.Zip(predicted).Count(row => row.First == label && row.Second == label);
            var (precision, recall) = (right / (double)predicted.Count(given => given == label), right / (double)truth.Count(given => given == label));
            if (right > 0)
            {
                Assert.Equal(precision, report.Labels[label].Precision, 1e-12);
                Assert.Equal(recall, report.Labels[label].Recall, 1e-12);
                Assert.Equal(2 / (1 / precision + 1 / recall), report.Labels[label].F1, 1e-12);
            }
        }
        var present = Enumerable.Range(0, 4).Where(label => truth.Contains(label) || predicted.Contains(label));
        Assert.Equal(present.Average(label => report.Labels[label].F1), report.MacroF1, 1e-12);
        Assert.Equal(NaiveEce(truth, probabilities, predicted), report.Ece!.Value, 1e-9);
    });

    [Fact]
    public void Sizes_that_do_not_fit_are_refused()
    {
        Assert.Throws<ArgumentException>(() => ClassificationReport.Of([], Array.Empty<int>(), Labels));
        Assert.Throws<ArgumentException>(() => ClassificationReport.Of([0, 1], [0], Labels));
        Assert.Throws<ArgumentException>(() => ClassificationReport.Of([0], [[0.5f, 0.5f]], Labels));
    }

    private static double NaiveEce(int[] truth, float[][] probabilities, int[] predicted)
    {
        var error = 0.0;
        for (var bin = 0; bin < 15; bin++)
        {
            var rows = Enumerable.Range(0, truth.Length)
                .Where(row => (double)probabilities[row].Max() * 15 > bin && (double)probabilities[row].Max() * 15 <= bin + 1).ToArray();
            if (rows.Length > 0)
                error += rows.Length / (double)truth.Length
                    * Math.Abs(rows.Average(row => truth[row] == predicted[row] ? 1.0 : 0) - rows.Average(row => (double)probabilities[row].Max()));
        }
        return error;
    }
}
