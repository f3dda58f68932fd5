using CsCheck;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Uncertainty;

public class QuantileColumnTests
{
    public static TheoryData<Distribution> All =>
    [
        .. DistributionTests.Continuous.Select(row => row.Data),
        new BetaDistribution(0.01, 0.02),
        new BetaDistribution(0.2, 0.1),
        new BetaDistribution(0.49, 0.49),
        new BetaDistribution(0.01, 5),
        new BetaDistribution(0.2, 40),
        new BetaDistribution(30, 0.4),
        new BetaDistribution(1e7, 1e7),
        new BetaDistribution(1, 1),
        new QuantilesDistribution(0, 1, 500),
        new EmpiricalDistribution([5]),
        new EmpiricalDistribution([40, 10, 20, 10, 33, 31, -5]),
    ];

    // Uniforms from the farthest tails to the middle.
    private static readonly double[] Uniforms =
    [
        .. from exponent in Enumerable.Range(1, 30) let u = Math.Pow(10, -exponent / 2.0) select u,
        .. from exponent in Enumerable.Range(1, 30) let u = 1 - Math.Pow(10, -exponent / 2.0) select u,
        .. Enumerable.Range(1, 4000).Select(i => i / 4001.0),
    ];

    [Fact]
    public void Normal_scores_are_within_a_relative_error_of_a_thousandth_of_a_billionth()
    {
        var scores = new double[Uniforms.Length];
        NormalScores.Fill(Uniforms, scores);
        for (var i = 0; i < scores.Length; i++)
        {
            var exact = StandardNormal.Quantile(Uniforms[i]);
            Assert.Equal(exact, scores[i], Math.Abs(exact) * 1e-12 + 1e-15);
        }
    }

    [Fact]
    public void Normal_probabilities_are_within_their_stated_error()
    {
        var normals = Enumerable.Range(-9000, 18001).Select(i => i / 1000.0).ToArray();
        var uniforms = new double[normals.Length];
        NormalProbabilities.Fill(normals, uniforms);
        for (var i = 0; i < normals.Length; i++)
            Assert.Equal(StandardNormal.Cumulative(normals[i]), uniforms[i], 3e-10);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_column_from_uniforms_is_the_quantile_function(Distribution distribution)
    {
        var values = new double[Uniforms.Length];
        QuantileColumn.Of(distribution).FromUniforms(Uniforms, values);
        for (var i = 0; i < values.Length; i++)
        {
            var exact = distribution.Quantile(Uniforms[i]);
            Assert.Equal(exact, values[i], Math.Abs(exact) * 1e-7 + distribution.StandardDeviation * 1e-9);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_column_from_normals_is_the_quantile_function_too(Distribution distribution)
    {
        var normals = Uniforms.Where(u => u is > 1e-6 and < 1 - 1e-6).Select(StandardNormal.Quantile).ToArray();
        var values = new double[normals.Length];
        QuantileColumn.Of(distribution).FromNormals(normals, values);
        for (var i = 0; i < values.Length; i++)
        {
            var exact = distribution.Quantile(StandardNormal.Cumulative(normals[i]));
            Assert.Equal(exact, values[i], Math.Abs(exact) * 1e-7 + distribution.StandardDeviation * 1e-7);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_value_does_not_depend_on_where_in_a_block_it_stands(Distribution distribution)
    {
        var column = QuantileColumn.Of(distribution);
        var whole = new double[Uniforms.Length];
        column.FromUniforms(Uniforms, whole);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, 40]).Sample((start, length) =>
        {
            var part = Uniforms.Skip(start).Take(length).ToArray();
            column.FromUniforms(part, part);
            Assert.Equal(whole.Skip(start).Take(length), part);
        }, iter: 100);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_sample_has_the_mean_of_its_distribution(Distribution distribution)
    {
        var values = new double[1 << 16];
        Points.Sobol(1, 3, 0).Fill(0, 0, values);
        QuantileColumn.Of(distribution).FromUniforms(values, values);
        Assert.Equal(0, (values.Average() - distribution.ExpectedValue) / Math.Max(distribution.StandardDeviation, 1e-300), 0.02);
    }
}
