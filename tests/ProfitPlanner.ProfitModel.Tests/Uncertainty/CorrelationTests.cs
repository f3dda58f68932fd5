using CsCheck;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Uncertainty;

public class CorrelationTests
{
    [Theory]
    [InlineData(0.7)]
    [InlineData(-0.4)]
    [InlineData(0.0)]
    [InlineData(0.95)]
    public void Correlated_columns_have_the_rank_correlation_that_was_asked_for(double rank)
    {
        var matrix = CorrelationMatrix.Of(3, [(0, 2, rank), (0, 1, 0.2)]);
        Assert.True(matrix.TryCholesky(out var copula));
        const int count = 1 << 14;
        var normals = new double[3 * count];
        copula.Fill(Points.Sobol(5, 1, 0), [4, 0, 2], 0, normals);
        var (first, second) = (normals[..count], normals[(2 * count)..]);
        QuantileColumn.Of(new BetaDistribution(0.7, 9)).FromNormals(first, first);
        QuantileColumn.Of(new TriangularDistribution(0, 1, 30)).FromNormals(second, second);
        Assert.Equal(rank, Correlation.Spearman(first, second), 0.01);
        Assert.Equal(new BetaDistribution(0.7, 9).ExpectedValue, first.Average(), 1e-3);
        Assert.Equal(31.0 / 3, second.Average(), 0.02);
    }

    [Fact]
    public void A_block_of_correlated_normals_does_not_depend_on_the_rest()
    {
        Assert.True(CorrelationMatrix.Of(2, [(0, 1, 0.6)]).TryCholesky(out var copula));
        var points = Points.Sobol(2, 1, 0);
        var (whole, part) = (new double[2000], new double[200]);
        copula.Fill(points, [0, 1], 0, whole);
        copula.Fill(points, [0, 1], 300, part);
        Assert.Equal(whole[1300..1400], part[100..], (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void The_nearest_matrix_is_the_published_one()
    {
        var nearest = NearestCorrelations.Of(Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 1, 0 }, { 1, 1, 1 }, { 0, 1, 1 } }));
        Assert.Equal(0.7607, nearest[0, 1], 1e-4);
        Assert.Equal(0.1573, nearest[0, 2], 1e-4);
        Assert.Equal(0.7607, nearest[1, 2], 1e-4);
    }

    [Fact]
    public void Contradictory_correlations_have_no_copula_but_a_near_matrix_that_has()
    {
        var matrix = CorrelationMatrix.Of(3, [(0, 1, 0.9), (1, 2, 0.9), (0, 2, -0.9)]);
        Assert.False(matrix.TryCholesky(out _));
        var nearest = matrix.Nearest();
        Assert.True(nearest.TryCholesky(out _));
        Assert.InRange(nearest[0, 1], 0.4, 0.9);
        Assert.InRange(nearest[0, 2], -0.9, 0);
    }

    [Fact]
    public void Every_matrix_has_a_near_one_that_can_be_used_and_a_possible_one_is_its_own() =>
        Gen.Select(Gen.Int[2, 6], Gen.Double[-1, 1].Array[15]).Sample((size, ranks) =>
        {
            var pairs = from i in Enumerable.Range(0, size) from j in Enumerable.Range(0, i) select (i, j);
            var matrix = CorrelationMatrix.Of(size, pairs.Select((pair, k) => (pair.i, pair.j, ranks[k])));
            var nearest = matrix.Nearest();
            Assert.True(nearest.TryCholesky(out _));
            Assert.Equal(1, nearest[0, 0]);
            if (matrix.TryCholesky(out _))
                Assert.Same(matrix, nearest);
        }, iter: 100);

    [Fact]
    public void A_full_correlation_leaves_no_freedom_and_the_nearest_is_almost_full()
    {
        var matrix = CorrelationMatrix.Of(2, [(0, 1, 1)]);
        Assert.False(matrix.TryCholesky(out _));
        Assert.Equal(1, matrix.Nearest()[0, 1], 1e-6);
    }

    [Theory]
    [InlineData(0, 0, 0.5)]
    [InlineData(0, 2, 0.5)]
    [InlineData(0, 1, 1.1)]
    [InlineData(0, 1, double.NaN)]
    public void What_is_no_correlation_of_two_numbers_is_refused(int first, int second, double rank) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CorrelationMatrix.Of(2, [(first, second, rank)]));
}
