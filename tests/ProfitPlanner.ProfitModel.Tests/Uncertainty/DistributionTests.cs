using System.Text.Json;
using CsCheck;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Uncertainty;

public class DistributionTests
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        IgnoreReadOnlyProperties = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        AllowOutOfOrderMetadataProperties = true,
    };

    public static TheoryData<Distribution, string> Written => new()
    {
        { new NormalDistribution(1, 2), """{"distribution":"normal","mean":1,"sd":2}""" },
        { new LognormalDistribution(1, 2), """{"distribution":"lognormal","mu":1,"sigma":2}""" },
        { new BetaDistribution(1, 2), """{"distribution":"beta","alpha":1,"beta":2}""" },
        { new TriangularDistribution(1, 2, 3), """{"distribution":"triangular","low":1,"mode":2,"high":3}""" },
        { new PertDistribution(1, 2, 3), """{"distribution":"pert","low":1,"mode":2,"high":3}""" },
        { new UniformDistribution(1, 2), """{"distribution":"uniform","low":1,"high":2}""" },
        { new QuantilesDistribution(1, 2, 4), """{"distribution":"quantiles","p10":1,"p50":2,"p90":4}""" },
        { new EmpiricalDistribution([3, 1, 2]), """{"distribution":"empirical","values":[3,1,2]}""" },
    };

    public static TheoryData<Distribution> Continuous =>
    [
        new NormalDistribution(100, 12),
        new LognormalDistribution(4.6, 0.42),
        new BetaDistribution(2.6, 3.4),
        new BetaDistribution(0.5, 0.5),
        new BetaDistribution(201, 801),
        new BetaDistribution(200_000, 800_000),
        new BetaDistribution(1, 1e7),
        new TriangularDistribution(0.10, 0.18, 0.30),
        new TriangularDistribution(1, 1, 3),
        new TriangularDistribution(1, 3, 3),
        new PertDistribution(0.10, 0.18, 0.30),
        new PertDistribution(-5, -5, 20),
        new UniformDistribution(-3, 8),
        new QuantilesDistribution(10, 20, 60),
        new QuantilesDistribution(-60, -20, -10),
        new QuantilesDistribution(10, 20, 30),
        new QuantilesDistribution(10, 20, 30.000001),
    ];

    public static TheoryData<Distribution, string, DistributionProblemKind> Wrong => new()
    {
        { new NormalDistribution(double.NaN, 1), "mean", DistributionProblemKind.NotFinite },
        { new NormalDistribution(0, 0), "sd", DistributionProblemKind.NotPositive },
        { new NormalDistribution(2e12, 1), "mean", DistributionProblemKind.BeyondRange },
        { new LognormalDistribution(0, -1), "sigma", DistributionProblemKind.NotPositive },
        { new LognormalDistribution(20, 8), "sigma", DistributionProblemKind.BeyondRange },
        { new LognormalDistribution(double.PositiveInfinity, 1), "mu", DistributionProblemKind.NotFinite },
        { new BetaDistribution(0, 1), "alpha", DistributionProblemKind.NotPositive },
        { new BetaDistribution(1, 0.001), "beta", DistributionProblemKind.TooSmall },
        { new BetaDistribution(1, 2e7), "beta", DistributionProblemKind.BeyondRange },
        { new TriangularDistribution(1, 0.5, 3), "mode", DistributionProblemKind.NotIncreasing },
        { new TriangularDistribution(1, 1, 1), "high", DistributionProblemKind.NotIncreasing },
        { new PertDistribution(1, 4, 3), "high", DistributionProblemKind.NotIncreasing },
        { new UniformDistribution(2, 2), "high", DistributionProblemKind.NotIncreasing },
        { new QuantilesDistribution(1, 1, 2), "p50", DistributionProblemKind.NotIncreasing },
        { new QuantilesDistribution(1, 2, double.NegativeInfinity), "p90", DistributionProblemKind.NotFinite },
        { new QuantilesDistribution(0, 1, 1e10), "p90", DistributionProblemKind.BeyondRange },
        { new EmpiricalDistribution([]), "values", DistributionProblemKind.Empty },
        { new EmpiricalDistribution([1, double.NaN]), "values", DistributionProblemKind.NotFinite },
        { new EmpiricalDistribution(new double[100_001]), "values", DistributionProblemKind.TooMany },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void A_distribution_is_written_as_its_parameters_and_read_again(Distribution distribution, string json)
    {
        Assert.Equal(json, JsonSerializer.Serialize(distribution, Json));
        Assert.Equal(distribution, JsonSerializer.Deserialize<Distribution>(json, Json));
    }

    [Theory]
    [MemberData(nameof(Continuous))]
    public void The_probability_of_a_quantile_is_the_one_it_was_asked_for(Distribution distribution)
    {
        Assert.Empty(distribution.Problems());
        foreach (var u in (double[])[1e-6, 1e-5, 1e-3, 0.01, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9, 0.99, 0.999, 1 - 1e-5, 1 - 1e-6])
            Assert.Equal(u, distribution.Cumulative(distribution.Quantile(u)), 1e-9);
        Gen.Double[1e-6, 1 - 1e-6].Sample(u => Assert.Equal(u, distribution.Cumulative(distribution.Quantile(u)), 1e-9), iter: 300);
    }

    [Theory]
    [MemberData(nameof(Continuous))]
    public void Mean_and_standard_deviation_are_the_integrals_of_the_quantile_function(Distribution distribution)
    {
        // The midpoint rule over a logistic substitution, which puts most points where the quantile moves fast.
        var (mean, square, width) = (0.0, 0.0, 80.0 / 20_000);
        for (var t = -40 + (width / 2); t < 40; t += width)
        {
            var u = 1 / (1 + Math.Exp(-t));
            var weight = width * u * (1 - u);
            var x = distribution.Quantile(u) - distribution.ExpectedValue;
            mean += weight * x;
            square += weight * x * x;
        }
        Assert.Equal(0, mean / distribution.StandardDeviation, 1e-6);
        Assert.Equal(1, square / (distribution.StandardDeviation * distribution.StandardDeviation), 1e-5);
    }

    [Fact]
    public void A_triangle_has_the_published_quantiles()
    {
        var triangle = new TriangularDistribution(0.10, 0.18, 0.30);
        Assert.Equal(0.1933333333, triangle.ExpectedValue, 1e-10);
        Assert.Equal(0.0016888889, triangle.StandardDeviation * triangle.StandardDeviation, 1e-10);
        Assert.Equal(0.1282842712, triangle.Quantile(0.05), 1e-10);
        Assert.Equal(0.1904554885, triangle.Quantile(0.50), 1e-10);
        Assert.Equal(0.2653589838, triangle.Quantile(0.95), 1e-10);
    }

    [Fact]
    public void Pert_is_a_stretched_beta()
    {
        var pert = new PertDistribution(0.10, 0.18, 0.30);
        Assert.Equal(0.1866666667, pert.ExpectedValue, 1e-10);
        Assert.Equal(2.6, pert.Share.Alpha, 1e-12);
        Assert.Equal(3.4, pert.Share.Beta, 1e-12);
    }

    // Values of scipy.stats.beta.
    [Theory]
    [InlineData(2.6, 3.4, 0.3, 0.26623126913377476)]
    [InlineData(201, 801, 0.2, 0.4873936366759084)]
    [InlineData(0.5, 0.5, 0.001, 0.020135041633377492)]
    [InlineData(2e5, 8e5, 0.2005, 0.8942990208585767)]
    [InlineData(0.05, 3, 0.01, 0.8540836612930317)]
    [InlineData(1e7, 1e7, 0.50005, 0.6726395753763554)]
    [InlineData(3, 3, 0.9953475836383687, 0.999999)]
    public void A_beta_distribution_has_its_tabulated_probabilities(double alpha, double beta, double x, double probability)
    {
        Assert.Equal(probability, new BetaDistribution(alpha, beta).Cumulative(x), 1e-12);
        Assert.Equal(x, new BetaDistribution(alpha, beta).Quantile(probability), 1e-11);
    }

    [Fact]
    public void Fifty_to_two_hundred_as_nine_tenths_of_a_lognormal_has_a_mean_above_the_median()
    {
        var lognormal = new LognormalDistribution(Math.Log(100), Math.Log(4) / (2 * StandardNormal.Quantile(0.95)));
        Assert.Equal(4.6051701860, lognormal.Mu, 1e-10);
        Assert.Equal(0.4214035639, lognormal.Sigma, 1e-10);
        Assert.Equal(109.2851660081, lognormal.ExpectedValue, 1e-9);
        Assert.Equal(50, lognormal.Quantile(0.05), 1e-10);
        Assert.Equal(200, lognormal.Quantile(0.95), 1e-10);
    }

    [Fact]
    public void Three_points_are_met_exactly_whatever_the_skew() =>
        Gen.Select(Gen.Double[-100, 100], Gen.Double[0.01, 100], Gen.Double[0.01, 100]).Sample((p10, left, right) =>
        {
            var distribution = new QuantilesDistribution(p10, p10 + left, p10 + left + right);
            Assert.Equal(distribution.P10, distribution.Quantile(0.1), 1e-9);
            Assert.Equal(distribution.P50, distribution.Quantile(0.5), 1e-9);
            Assert.Equal(distribution.P90, distribution.Quantile(0.9), 1e-9);
        });

    [Fact]
    public void From_low_to_high_is_a_normal_distribution_around_the_middle()
    {
        var distribution = QuantilesDistribution.Between(80, 120);
        Assert.Equal(new QuantilesDistribution(80, 100, 120), distribution);
        Assert.Equal(100, distribution.ExpectedValue, 1e-12);
        Assert.Equal(20 / 1.2815515655446004, distribution.StandardDeviation, 1e-12);
    }

    [Fact]
    public void Observations_are_interpolated_and_keep_their_mean()
    {
        var observed = new EmpiricalDistribution([40, 10, 20, 10]);
        Assert.Equal(20, observed.ExpectedValue);
        Assert.Equal(Math.Sqrt(200), observed.StandardDeviation, 1e-12);
        Assert.Equal(10, observed.Quantile(0.05));
        Assert.Equal(15, observed.Quantile(0.5), 1e-12);
        Assert.Equal(30, observed.Quantile(0.75), 1e-12);
        Assert.Equal(40, observed.Quantile(0.99));
        Assert.Equal(0.375, observed.Cumulative(10), 1e-12);
        Assert.Equal(0.75, observed.Cumulative(30), 1e-12);
        Assert.Equal(0, observed.Cumulative(9));
        Assert.Equal(1, observed.Cumulative(40));
        Assert.Equal(20, Enumerable.Range(0, 4000).Average(i => observed.Quantile((i + 0.5) / 4000)), 1e-9);
    }

    [Fact]
    public void A_copy_with_other_observations_forgets_the_old_order()
    {
        var observed = new EmpiricalDistribution([1, 2, 3]);
        Assert.Equal(2, observed.Quantile(0.5));
        Assert.Equal(8, (observed with { Values = [9, 8, 7] }).Quantile(0.5));
    }

    [Fact]
    public void The_ends_of_an_unbounded_distribution_are_far_but_finite()
    {
        var normal = new NormalDistribution(0, 1);
        Assert.Equal(-8.2, normal.Quantile(0), 0.1);
        Assert.Equal(8.2, normal.Quantile(1), 0.1);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_wrong_parameter_is_named(Distribution distribution, string member, DistributionProblemKind kind)
    {
        var problem = Assert.Single(distribution.Problems());
        Assert.Equal((member, kind), (problem.Member, problem.Kind));
    }
}
