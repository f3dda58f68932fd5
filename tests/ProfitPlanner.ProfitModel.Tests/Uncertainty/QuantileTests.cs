using MathNet.Numerics.Integration;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Uncertainty;

public sealed class QuantileTests
{
    private static readonly double[] _probabilities =
    [
        1e-16, 1e-12, 1.5e-10, 3e-8, 1e-6, 1e-4, 0.0013, 0.01, 0.04999, 0.1, 0.25, 0.3333, 0.4, 0.49999, 0.5, 0.500001, 0.6, 0.75, 0.9, 0.987,
        0.999, 0.99999, 1 - 1e-8, 1 - 1e-12,
    ];

    public static TheoryData<Distribution> Distributions =>
    [
        new NormalDistribution(-20, 5),
        new LognormalDistribution(4.6, 0.42),
        new UniformDistribution(-3, 8),
        new TriangularDistribution(0.10, 0.18, 0.30),
        new TriangularDistribution(1, 1, 5),
        new TriangularDistribution(1, 5, 5),
        new PertDistribution(0.10, 0.18, 0.30),
        new PertDistribution(-10, 20, 20),
        new QuantilesDistribution(10, 15, 30),
        new QuantilesDistribution(10, 25, 30),
        new QuantilesDistribution(10, 20, 30),
        new QuantilesDistribution(10, 20, 30.00001),
        new BetaDistribution(1, 1),
        new BetaDistribution(21, 81),
        new BetaDistribution(2_001, 98_001),
        new BetaDistribution(0.5, 0.5),
        new BetaDistribution(0.3, 4),
        new BetaDistribution(5, 0.2),
        new BetaDistribution(1.2, 300),
        new EmpiricalDistribution([5, 1, 2, 2, 9]),
        new EmpiricalDistribution([7]),
    ];

    [Theory]
    [MemberData(nameof(Distributions))]
    public void A_column_has_the_quantiles_of_its_distribution(Distribution distribution)
    {
        var column = QuantileColumn.Of(distribution);
        var values = _probabilities.ToArray();
        if (column.OfScores)
            NormalScores.FromProbabilities(values);
        column.Apply(values);

        foreach (var (probability, value) in _probabilities.Zip(values))
        {
            var exact = distribution.Quantile(probability);
            var tolerance = 1e-6 * Math.Max(Math.Abs(exact), distribution.StandardDeviation);
            Assert.True(Math.Abs(value - exact) <= tolerance, $"{probability}: {value} instead of {exact}");
        }
    }

    [Theory]
    [InlineData(0.15, 0.2)]
    [InlineData(0.5, 0.5)]
    [InlineData(1, 3)]
    [InlineData(2.6, 3.4)]
    [InlineData(21, 81)]
    [InlineData(1.01, 5_000)]
    [InlineData(900, 40)]
    public void The_table_of_a_beta_errs_by_less_than_a_millionth_and_never_falls(double alpha, double beta)
    {
        var shape = new BetaDistribution(alpha, beta);
        var table = new BetaQuantileTable(shape, 0, 1);
        var last = 0.0;
        for (var i = 1; i < 3_000; i++)
        {
            // From 10⁻⁹ to 1 − 10⁻⁹, denser in the tails.
            var odds = Math.Exp((i - 1_500) * 20.7 / 1_500);
            var probability = odds / (1 + odds);
            var value = table.At(probability);
            Assert.True(value >= last, $"falls at {probability}");
            last = value;
            // An independent check that needs no inverse: the cumulative at the value, over the density.
            var slope = (shape.Cumulative(value * (1 + 1e-6)) - shape.Cumulative(value * (1 - 1e-6))) / (2e-6 * value);
            var error = value is > 1e-300 and < 1 && slope > 0 ? (shape.Cumulative(value) - probability) / slope : 0;
            Assert.True(Math.Abs(error) <= 1e-6 * Math.Max(value, shape.StandardDeviation), $"{probability}: off by {error}");
        }
    }

    [Fact]
    public void Normal_scores_err_by_less_than_a_thousand_millionth()
    {
        var probabilities = Enumerable.Range(1, 99_999).Select(i => i / 100_000.0)
            .Concat(Enumerable.Range(1, 16).SelectMany(i => (double[])[Math.Pow(10, -i), 0.5 + Math.Pow(10, -i) / 3])).ToArray();
        var scores = probabilities.ToArray();
        NormalScores.FromProbabilities(scores);

        foreach (var (probability, score) in probabilities.Zip(scores))
        {
            var exact = MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, probability);
            Assert.Equal(exact, score, 1e-9 * Math.Abs(exact));
        }
    }

    [Fact]
    public void Scores_and_probabilities_are_each_others_inverse()
    {
        double[] values = [0.001, 0.02, 0.3, 0.5, 0.77, 0.9, 0.99, 0.9999];
        var back = values.ToArray();
        NormalScores.FromProbabilities(back);
        NormalScores.ToProbabilities(back);

        Assert.All(values.Zip(back), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Cumulative_undoes_quantile(Distribution distribution)
    {
        if (distribution is EmpiricalDistribution)
            return;
        foreach (var probability in _probabilities.Where(probability => probability is > 0.001 and < 0.999))
            Assert.Equal(probability, distribution.Cumulative(distribution.Quantile(probability)), 1e-7);
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void Mean_and_deviation_are_those_of_the_quantiles(Distribution distribution)
    {
        if (distribution is EmpiricalDistribution)
            return;
        // ∫Q(p)dp, with p = Φ-like in t so that the ends are smooth: the tanh-sinh rule.
        var mean = DoubleExponentialTransformation.Integrate(distribution.Quantile, 1e-14, 1 - 1e-14, 1e-9);
        var square = DoubleExponentialTransformation.Integrate(p => Math.Pow(distribution.Quantile(p) - mean, 2), 1e-14, 1 - 1e-14, 1e-9);

        var scale = Math.Max(Math.Abs(distribution.ExpectedValue), distribution.StandardDeviation);
        Assert.Equal(distribution.ExpectedValue, mean, 1e-6 * scale);
        Assert.Equal(distribution.StandardDeviation, Math.Sqrt(square), 1e-5 * scale);
    }

    [Fact]
    public void Draws_of_a_sample_have_its_mean_however_few_its_values()
    {
        var sample = new EmpiricalDistribution([0, 100, 0, 0]);
        var draws = Enumerable.Range(0, 4_096).Select(i => (i + 0.5) / 4_096).ToArray();
        QuantileColumn.Of(sample).Apply(draws);
        Assert.Equal(25, sample.ExpectedValue);
        Assert.Equal(25, draws.Average(), 1e-9);
    }

    [Fact]
    public void Between_its_least_and_greatest_value_a_sample_is_continuous()
    {
        var sample = new EmpiricalDistribution([40, 10, 20, 10]);
        Assert.Equal([10, 10, 15, 30, 40], ((double[])[0.01, 0.375, 0.5, 0.75, 0.99]).Select(sample.Quantile));
        Assert.Equal([0, 0.375, 0.5, 0.75, 1], ((double[])[9, 10, 15, 30, 40]).Select(sample.Cumulative));
    }

    [Fact]
    public void A_copy_of_a_sample_with_other_values_has_their_quantiles()
    {
        var sample = new EmpiricalDistribution([1, 2, 3]) with { Values = [9, 8, 7] };
        Assert.Equal(8, sample.Quantile(0.5));
        Assert.Equal(new EmpiricalDistribution([9, 8, 7]), sample);
        Assert.Equal(new EmpiricalDistribution([9, 8, 7]).GetHashCode(), sample.GetHashCode());
        Assert.NotEqual(new EmpiricalDistribution([7, 8, 9]), sample);
    }

    [Fact]
    public void The_triangular_and_the_pert_have_their_published_numbers()
    {
        var triangular = new TriangularDistribution(0.10, 0.18, 0.30);
        Assert.Equal(0.1933333333, triangular.ExpectedValue, 1e-9);
        Assert.Equal(0.0016888889, Math.Pow(triangular.StandardDeviation, 2), 1e-9);
        Assert.Equal(0.1282842712, triangular.Quantile(0.05), 1e-9);
        Assert.Equal(0.1904554885, triangular.Quantile(0.5), 1e-9);
        Assert.Equal(0.2653589838, triangular.Quantile(0.95), 1e-9);

        var pert = new PertDistribution(0.10, 0.18, 0.30);
        Assert.Equal(0.1866666667, pert.ExpectedValue, 1e-9);
        Assert.Equal(2.6, pert.Shape.Alpha, 1e-12);
        Assert.Equal(3.4, pert.Shape.Beta, 1e-12);
    }

    [Fact]
    public void Fifty_to_two_hundred_as_a_log_normal_has_a_mean_above_the_middle()
    {
        // Nine times in ten between 50 and 200.
        var sigma = Math.Log(2) / MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, 0.95);
        var lognormal = new LognormalDistribution(Math.Log(100), sigma);

        Assert.Equal(0.4214035639, sigma, 1e-9);
        Assert.Equal(109.2851660081, lognormal.ExpectedValue, 1e-8);
        Assert.Equal(50, lognormal.Quantile(0.05), 1e-9);
        Assert.Equal(200, lognormal.Quantile(0.95), 1e-9);
    }
}
