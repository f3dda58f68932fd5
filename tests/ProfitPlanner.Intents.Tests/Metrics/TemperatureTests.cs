using CsCheck;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Tests.Metrics;

public sealed class TemperatureTests
{
    private static readonly Gen<(float[], int)[]> Rows = Gen.Select(Gen.Float[-4, 4].Array[3], Gen.Int[0, 2]).Array[1, 30];

    [Fact]
    public void No_temperature_of_a_fine_grid_has_a_lower_log_loss() => Rows.Sample(rows =>
    {
        var (logits, truth) = (rows.Select(row => row.Item1).ToArray(), rows.Select(row => row.Item2).ToArray());
        var fitted = Loss(Temperature.Fit(logits, truth));
        Assert.All(Grid(), temperature => Assert.True(fitted <= Loss(temperature) + 1e-5));

        double Loss(double temperature) => rows.Average(row =>
            Math.Log(row.Item1.Sum(logit => Math.Exp((logit - row.Item1[row.Item2]) / temperature))));
    }, iter: 200);

    [Fact]
    public void No_temperature_of_a_fine_grid_has_a_lower_log_loss_of_any_labels() => Rows.Sample(rows =>
    {
        var (logits, truth) = (rows.Select(row => row.Item1).ToArray(), rows.Select(row => Enumerable.Range(0, row.Item2).ToArray()).ToArray());
        var fitted = Loss(Temperature.FitAnyLabels(logits, truth));
        Assert.All(Grid(), temperature => Assert.True(fitted <= Loss(temperature) + 1e-5));

        double Loss(double temperature) => rows.Average(row => row.Item1.Select((logit, label) =>
            Math.Log(1 + Math.Exp((label < row.Item2 ? -logit : logit) / temperature))).Sum());
    }, iter: 200);

    [Fact]
    public void Labels_drawn_from_logits_three_times_too_large_give_three()
    {
        // Of 1,000 rows with odds of 4 to 1, 800 are as expected; the logits claim 64 to 1.
        var logits = Enumerable.Repeat<float[]>([3 * MathF.Log(4), 0], 1000).ToArray();
        Assert.Equal(3, Temperature.Fit(logits, [.. logits.Select((_, row) => row < 800 ? 0 : 1)]), 1e-4);
    }

    [Theory]
    [InlineData(0.04)]
    [InlineData(0.2)]
    public void A_few_rows_that_are_all_right_are_not_certain(double smoothing)
    {
        float[][] logits = [[2, 0, 0], [0, 2, 0], [0, 0, 2]];
        // The right label's part is what the smoothing leaves it, and its logit the logarithm of its odds to another.
        var right = 1 - smoothing + smoothing / 3;
        Assert.Equal(2 / Math.Log(right / (smoothing / 3)), Temperature.Fit(logits, [0, 1, 2], smoothing), 1e-4);
        Assert.Equal(0.01, Temperature.Fit(logits, [0, 1, 2]), 1e-4);
        float[][] signs = [[2, -2], [-2, 2]];
        Assert.Equal(2 / Math.Log((1 - smoothing / 2) / (smoothing / 2)), Temperature.FitAnyLabels(signs, [[0], [1]], smoothing), 1e-4);
    }

    [Fact]
    public void No_rows_have_no_temperature() => Assert.Throws<ArgumentException>(() => Temperature.Fit([], []));

    private static IEnumerable<double> Grid() => Enumerable.Range(0, 200).Select(i => 0.01 * Math.Pow(10_000, i / 199.0));
}
