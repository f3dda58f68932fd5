using CsCheck;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Tests.Metrics;

public sealed class OutOfScopeReportTests
{
    // Few distinct scores, so that ties are common; at least one row in scope and one out of it.
    private static readonly Gen<(int[] Truth, int[] Predicted, double[] Scores)> Rows =
        Gen.Select(Gen.Int[-1, 2], Gen.Int[0, 2], Gen.Int[0, 9].Select(tenth => tenth / 10.0)).Array[1, 60].Select(rows => (
            new[] { -1, 0 }.Concat(rows.Select(row => row.Item1)).ToArray(),
            new[] { 0, 0 }.Concat(rows.Select(row => row.Item2)).ToArray(),
            new[] { 0.4, 0.6 }.Concat(rows.Select(row => row.Item3)).ToArray()));

    [Fact]
    public void Figures_worked_out_by_hand()
    {
        var report = OutOfScopeReport.Of(
            truth: [0, 1, 1, -1, -1], predicted: [0, 1, 0, 0, 1], scores: [0.9, 0.3, 0.8, 0.2, 0.8],
            new NoneRule(NoneScore.Probability, 0.5));

        Assert.Equal((3, 2), (report.InScope, report.OutOfScope));
        // Pairs: 0.2 is below all three; 0.8 is below 0.9, above 0.3 and ties with 0.8.
        Assert.Equal((3 + 1 + 0 + 0.5) / 6, report.Auroc, 1e-12);
        Assert.Equal(0.5 * 1 + 0.5 * (2 / 4.0), report.AveragePrecision, 1e-12);
        Assert.Equal((0.5, 0.5), (report.Recall, report.Precision));
        Assert.Equal(2 / 3.0, report.Accepted, 1e-12);
        Assert.Equal(1 / 3.0, report.InScopeAccuracy, 1e-12);
        // All three rows in scope must be accepted: the threshold is 0.3.
        Assert.Equal(0.5, report.RecallAt95, 1e-12);
    }

    [Fact]
    public void The_figures_are_what_comparing_every_pair_and_threshold_gives() => Gen.Select(Rows, Gen.Int[0, 10]).Sample((rows, tenth) =>
    {
        var (truth, predicted, scores) = rows;
        var threshold = tenth / 10.0;
        var report = OutOfScopeReport.Of(truth, predicted, scores, new NoneRule(NoneScore.Margin, threshold));
        var within = Enumerable.Range(0, truth.Length).Where(row => truth[row] >= 0).ToArray();
        var beyond = Enumerable.Range(0, truth.Length).Where(row => truth[row] < 0).ToArray();

        Assert.Equal(
            (from i in within from o in beyond select scores[o] < scores[i] ? 1 : scores[o] == scores[i] ? 0.5 : 0).Average(), report.Auroc, 1e-9);
        var (precisions, recall) = (0.0, 0.0);
        foreach (var limit in scores.Distinct().Order())
        {
            var reached = beyond.Count(row => scores[row] <= limit) / (double)beyond.Length;
            precisions += (reached - recall) * beyond.Count(row => scores[row] <= limit) / scores.Count(score => score <= limit);
            recall = reached;
        }
        Assert.Equal(precisions, report.AveragePrecision, 1e-9);
        Assert.Equal(beyond.Count(row => scores[row] < threshold) / (double)beyond.Length, report.Recall, 1e-12);
        Assert.Equal(within.Count(row => scores[row] >= threshold) / (double)within.Length, report.Accepted, 1e-12);
        Assert.Equal(within.Count(row => scores[row] >= threshold && truth[row] == predicted[row]) / (double)within.Length, report.InScopeAccuracy, 1e-12);
        Assert.Equal(
            scores.Append(0).Where(limit => within.Count(row => scores[row] >= limit) >= 0.95 * within.Length)
                .Max(limit => beyond.Count(row => scores[row] < limit)) / (double)beyond.Length,
            report.RecallAt95, 1e-12);
    });

    [Fact]
    public void A_score_that_is_low_in_scope_gives_the_figures_of_its_negative() => Rows.Sample(rows =>
    {
        var (truth, predicted, scores) = rows;
        Assert.Equal(
            OutOfScopeReport.Of(truth, predicted, scores, new NoneRule(NoneScore.Margin, 0.5)),
            OutOfScopeReport.Of(truth, predicted, [.. scores.Select(score => -score)], new NoneRule(NoneScore.Energy, -0.5)));
    });

    [Fact]
    public void Rows_of_both_kinds_are_needed()
    {
        var rule = new NoneRule(NoneScore.Margin, 0.5);
        Assert.Throws<ArgumentException>(() => OutOfScopeReport.Of([0], [0], [0.5], rule));
        Assert.Throws<ArgumentException>(() => OutOfScopeReport.Of([-1], [0], [0.5], rule));
        Assert.Throws<ArgumentException>(() => OutOfScopeReport.Of([0, -1], [0], [0.5], rule));
        Assert.Throws<ArgumentException>(() => OutOfScopeReport.Of([0, -1], [0, 0], [0.5], rule));
    }
}
