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
        Assert.Null(report.Calibration);
    }

    [Fact]
    public void Calibration_worked_out_by_hand()
    {
        // Bins of 1/15: 0.9 twice, one right; 0.6 once, right.
        var calibration = Calibration.Of([0, 1, 0], [[0.9f, 0.1f], [0.9f, 0.1f], [0.6f, 0.4f]]);

        Assert.Equal((Math.Abs(1.8 - 1) + Math.Abs(0.6 - 1)) / 3, calibration.Ece, 1e-6);
        Assert.Equal(-(Math.Log(0.9) + Math.Log(0.1) + Math.Log(0.6)) / 3, calibration.LogLoss, 1e-6);
        // Fewer rows than bins: one a bin. The two of 0.9 are half right each.
        Assert.Equal((0.4 + 0.4 + 0.4) / 3, calibration.AdaptiveEce, 1e-6);
    }

    [Fact]
    public void A_right_label_of_no_probability_costs_as_much_as_in_scikit_learn() =>
        Assert.Equal(23 * Math.Log(2), Calibration.Of([1], [[1, 0]]).LogLoss, 1e-9);

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
        Assert.Equal(NaiveEce(truth, probabilities, predicted), report.Calibration!.Ece, 1e-9);
    });

    [Fact]
    public void Rows_in_another_order_give_the_same_calibration() => Rows.Sample(rows =>
    {
        var forth = Calibration.Of([.. rows.Select(row => row.Truth)], [.. rows.Select(row => row.Probabilities)]);
        Array.Reverse(rows);
        var back = Calibration.Of([.. rows.Select(row => row.Truth)], [.. rows.Select(row => row.Probabilities)]);
        Assert.Equal(forth.Ece, back.Ece, 1e-9);
        Assert.Equal(forth.AdaptiveEce, back.AdaptiveEce, 1e-9);
        Assert.Equal(forth.LogLoss, back.LogLoss, 1e-9);
    });

    [Fact]
    public void Rows_that_are_equally_sure_are_no_worse_for_the_order_they_stand_in()
    {
        // Four in five of thirty rows are right, as surely as they claim.
        int[] truth = [.. Enumerable.Range(0, 30).Select(i => i % 5 == 0 ? 1 : 0)];

        Assert.Equal(0, Calibration.Of(truth, [.. Enumerable.Repeat<float[]>([0.8f, 0.2f], truth.Length)]).AdaptiveEce, 1e-6);
    }

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
