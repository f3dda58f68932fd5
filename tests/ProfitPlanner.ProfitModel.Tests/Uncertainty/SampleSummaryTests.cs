using CsCheck;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Uncertainty;

public class SampleSummaryTests
{
    private static readonly Gen<double[]> Samples = Gen.OneOf(
        Gen.Double[-100, 100].Array[1, 30],
        Gen.Double[-100, 100].Array[3000, 9000],
        // Outliers by the thousandfold, and ties.
        Gen.Double[-30, 30].Select(x => Math.Exp(x)).Array[3000, 9000],
        Gen.Int[0, 3].Select(x => (double)x).Array[3000, 9000],
        Gen.Double[0, 1].Select(x => x < 0.999 ? 5.0 : x * 1e20).Array[3000, 9000]);

    [Fact]
    public void Selected_values_are_those_of_a_sort() =>
        Samples.SelectMany(values => Gen.Int[0, values.Length - 1].Array[1, 14].Select(ranks => (values, ranks))).Sample((values, ranks) =>
        {
            Array.Sort(ranks);
            var found = new double[ranks.Length];
            OrderStatistics.Select(values, ranks, found);
            Assert.Equal(ranks.Select(rank => values.Order().ElementAt(rank)), found);
        }, iter: 100);

    [Fact]
    public void Summing_up_leaves_the_results_as_they_were_and_counts_each_once() =>
        Samples.Sample(values =>
        {
            var copy = values.ToArray();
            var summary = SampleSummary.Of(values);
            Assert.Equal(copy, values);
            Assert.Equal(values.Length, summary.Histogram.Counts.Sum() + summary.Histogram.Below + summary.Histogram.Above);
            Assert.InRange(summary.Histogram.Counts.Count, 1, 62);
            Assert.InRange(summary.ExpectedShortfall, summary.Minimum - (Math.Abs(summary.Minimum) * 1e-12), summary.P5);
            double[] ascending = [summary.Minimum, summary.P5, summary.P10, summary.P25, summary.P50, summary.P75, summary.P90, summary.P95, summary.Maximum];
            Assert.Equal(ascending.Order(), ascending);
        }, iter: 60);

    [Fact]
    public void The_numbers_from_1_to_101_have_a_known_summary()
    {
        var summary = SampleSummary.Of([.. Enumerable.Range(1, 101).Reverse().Select(i => (double)i)]);
        Assert.Equal((101, 51, 1, 101), (summary.Count, summary.Mean, summary.Minimum, summary.Maximum));
        Assert.Equal(Math.Sqrt(101 * 102 / 12.0), summary.StandardDeviation, 1e-12);
        double[] quantiles = [summary.P5, summary.P10, summary.P25, summary.P50, summary.P75, summary.P90, summary.P95];
        Assert.Equal([6, 11, 26, 51, 76, 91, 96], quantiles, (a, b) => Math.Abs(a - b) < 1e-12);
        // The least 5.05: 1 to 5, and 0.05 of the 6.
        Assert.Equal((15 + (0.05 * 6)) / 5.05, summary.ExpectedShortfall, 1e-12);
        Assert.Equal(1, summary.ProbabilityPositive);
    }

    [Fact]
    public void Quantiles_of_two_numbers_are_interpolated()
    {
        var quantiles = new double[3];
        SampleSummary.Quantiles([20, 10], [0, 0.25, 1], quantiles);
        Assert.Equal([10, 12.5, 20], quantiles);
    }

    [Fact]
    public void A_normal_sample_has_the_summary_of_its_distribution()
    {
        var values = new double[1 << 18];
        Points.Sobol(1, 1, 0).Fill(0, 0, values);
        QuantileColumn.Of(new NormalDistribution(20_000, 50_000)).FromUniforms(values, values);
        var summary = SampleSummary.Of(values);
        Assert.Equal(1 - 0.3445782584, summary.ProbabilityPositive, 1e-4);
        Assert.Equal(20_000, summary.Mean, 5.0);
        Assert.Equal(50_000, summary.StandardDeviation, 10.0);
        // μ − σ·φ(z₀.₀₅)/0.05.
        Assert.Equal(20_000 - (50_000 * StandardNormal.Density(StandardNormal.Quantile(0.05)) / 0.05), summary.ExpectedShortfall, 30.0);
        Assert.Equal((0, 0), (summary.Histogram.Below, summary.Histogram.Above));
        var edges = Enumerable.Range(0, summary.Histogram.Counts.Count).Select(i => summary.Histogram.Start + (i * summary.Histogram.Width));
        Assert.Contains(0.0, edges);
    }

    [Fact]
    public void A_long_tail_does_not_squeeze_the_rest_into_a_single_bin()
    {
        var values = new double[1 << 14];
        Points.Sobol(1, 1, 0).Fill(0, 0, values);
        QuantileColumn.Of(new LognormalDistribution(0, 3)).FromUniforms(values, values);
        var histogram = SampleSummary.Of(values).Histogram;
        Assert.True(histogram.Above > 0);
        Assert.True(histogram.Counts.Count > 30);
    }

    [Fact]
    public void Results_that_are_all_equal_are_one_bin()
    {
        var summary = SampleSummary.Of([7, 7, 7]);
        Assert.Equal((7, 0, 7, 7, 7), (summary.Mean, summary.StandardDeviation, summary.P5, summary.P95, summary.ExpectedShortfall));
        Assert.Equal((7, 0, 1), (summary.Histogram.Start, summary.Histogram.Width, summary.Histogram.Counts.Count));
    }

    [Fact]
    public void There_is_no_summary_of_nothing() => Assert.Throws<ArgumentException>(() => SampleSummary.Of([]));

    [Fact]
    public void The_error_of_draws_shrinks_with_their_root()
    {
        // Of one standard deviation, 5,000 draws leave 1.41 %.
        Assert.Equal(0.0141, StandardError.OfDraws(1, 5_000), 1e-4);
        Assert.Equal(0.01, StandardError.OfDraws(1, 10_000), 1e-12);
    }

    [Fact]
    public void The_error_of_replicates_is_that_of_the_mean_of_their_means()
    {
        // Variance of 9, 10, 11, 14 with n − 1: 14/3.
        Assert.Equal(Math.Sqrt(14.0 / 3 / 4), StandardError.OfReplicates([9, 10, 11, 14]), 1e-12);
        Assert.Throws<ArgumentException>(() => StandardError.OfReplicates([1]));
    }
}
