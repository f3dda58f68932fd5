using System.Text.Json;
using CsCheck;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Tests.Metrics;

public sealed class NoneRuleTests
{
    private static readonly Gen<(int Truth, double Score)[]> Rows =
        Gen.Select(Gen.Int[-1, 2], Gen.Int[0, 9].Select(tenth => tenth / 10.0)).Array[1, 60].Where(rows => rows.Any(row => row.Item1 >= 0));

    [Theory]
    [InlineData(NoneScore.Probability, 0.4, true)]
    [InlineData(NoneScore.Margin, 0.6, false)]
    [InlineData(NoneScore.Energy, 0.4, false)]
    [InlineData(NoneScore.Distance, 0.6, true)]
    [InlineData(NoneScore.Distance, 0.5, false)]
    [InlineData(NoneScore.Margin, 0.5, false)]
    public void None_is_answered_below_a_probability_and_above_a_distance(NoneScore score, double value, bool none) =>
        Assert.Equal(none, new NoneRule(score, 0.5).IsNone(value));

    [Fact]
    public void The_score_that_tells_best_is_chosen()
    {
        int[] truth = [0, 1, 0, -1, -1];
        var rule = NoneRule.Choose(
            new Dictionary<NoneScore, double[]>
            {
                [NoneScore.Probability] = [0.9, 0.3, 0.8, 0.5, 0.2],
                [NoneScore.Distance] = [0.1, 0.4, 0.2, 0.8, 0.9],
                [NoneScore.Energy] = [-5, -4, -3, -5, -2],
            },
            truth, 1);

        Assert.Equal(new NoneRule(NoneScore.Distance, 0.4), rule);
    }

    [Fact]
    public void Of_equally_good_scores_the_simplest_is_chosen() => Assert.Equal(
        NoneScore.Probability,
        NoneRule.Choose(
            new Dictionary<NoneScore, double[]> { [NoneScore.Energy] = [-2, 0], [NoneScore.Probability] = [0.9, 0.1] },
            [0, -1], 1).Score);

    [Fact]
    public void No_stricter_threshold_accepts_the_share_that_was_asked_for() => Gen.Select(Rows, Gen.Int[1, 20]).Sample((rows, twentieth) =>
    {
        var share = twentieth / 20.0;
        var rule = At(rows, share);
        Assert.True(Accepted(rule.Threshold) >= share - 1e-9);
        Assert.All(rows.Where(row => row.Score > rule.Threshold), row => Assert.True(Accepted(row.Score) < share));

        double Accepted(double threshold) => rows.Where(row => row.Truth >= 0).Average(row => row.Score >= threshold ? 1.0 : 0);
    });

    [Theory]
    [InlineData(0)]
    [InlineData(1.01)]
    [InlineData(double.NaN)]
    public void A_share_beyond_all_rows_is_refused(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NoneRule.At(NoneScore.Margin, [0.5], [0], share));

    [Fact]
    public void A_threshold_needs_rows_in_scope() =>
        Assert.Throws<ArgumentException>(() => NoneRule.At(NoneScore.Margin, [0.5], [NoneRule.None], 0.95));

    [Fact]
    public void A_rule_is_written_in_words_and_read_back()
    {
        var rule = new NoneRule(NoneScore.Distance, 1.25);
        var json = JsonSerializer.Serialize(rule, JsonSerializerOptions.Web);
        Assert.Equal("""{"score":"distance","threshold":1.25}""", json);
        Assert.Equal(rule, JsonSerializer.Deserialize<NoneRule>(json, JsonSerializerOptions.Web));
    }

    private static NoneRule At((int Truth, double Score)[] rows, double accept) =>
        NoneRule.At(NoneScore.Margin, [.. rows.Select(row => row.Score)], [.. rows.Select(row => row.Truth)], accept);
}
