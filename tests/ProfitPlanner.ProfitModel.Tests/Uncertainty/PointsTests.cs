using CsCheck;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Uncertainty;

public class PointsTests
{
    public static TheoryData<string> Kinds => ["sobol", "pseudo-random"];

    // Values of scipy.stats.qmc.Sobol, unscrambled.
    [Theory]
    [InlineData(1, 0, 0.5)]
    [InlineData(2, 1, 0.25)]
    [InlineData(5, 2, 0.125)]
    [InlineData(100, 9, 0.6953125)]
    [InlineData(100, 1023, 0.9453125)]
    [InlineData(1000, 99, 0.1865234375)]
    [InlineData(9999, 0, 0.06707763671875)]
    [InlineData(9999, 1, 0.92144775390625)]
    [InlineData(9999, 2, 0.98272705078125)]
    [InlineData(9999, 9, 0.99395751953125)]
    [InlineData(9999, 1023, 0.38165283203125)]
    public void Unscrambled_points_are_those_of_the_published_sequence(int index, int dimension, double expected) =>
        Assert.Equal(expected, Number(new SobolPoints(1024, 0, 0, scrambled: false), dimension, index), 1e-15);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(39)]
    [InlineData(500)]
    [InlineData(1023)]
    public void A_power_of_two_of_scrambled_points_has_one_in_each_part(int dimension)
    {
        var points = Points.Sobol(1024, seed: 7, replicate: 3);
        foreach (var count in (int[])[1, 2, 64, 1024, 16384])
        {
            var seen = new bool[count];
            foreach (var u in Column(points, dimension, 0, count))
                seen[(int)(u * count)] = true;
            Assert.DoesNotContain(false, seen);
        }
    }

    [Fact]
    public void Two_scrambled_dimensions_are_balanced_together()
    {
        var points = Points.Sobol(2, seed: 5, replicate: 0);
        var (first, second) = (Column(points, 0, 0, 1024), Column(points, 1, 0, 1024));
        var cells = first.Zip(second).CountBy(point => ((int)(point.First * 32), (int)(point.Second * 32))).ToList();
        Assert.Equal(1024, cells.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_part_filled_alone_is_a_part_of_the_whole(string kind)
    {
        var points = Kind(kind, 1030, 11, 2);
        foreach (var dimension in (int[])[0, 17, 1029])
        {
            var whole = Column(points, dimension, 0, 5000);
            Gen.Select(Gen.Int[0, 4999], Gen.Int[0, 5000]).Sample((start, length) =>
            {
                length = Math.Min(length, 5000 - start);
                Assert.Equal(whole.Skip(start).Take(length), Column(points, dimension, start, length));
            }, iter: 50);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_seed_gives_the_same_points_and_another_gives_others(string kind)
    {
        var points = Column(Kind(kind, 3, 1, 0), 2, 0, 1000);
        Assert.Equal(points, Column(Kind(kind, 3, 1, 0), 2, 0, 1000));
        Assert.NotEqual(points, Column(Kind(kind, 3, 2, 0), 2, 0, 1000));
        Assert.NotEqual(points, Column(Kind(kind, 3, 1, 1), 2, 0, 1000));
        Assert.NotEqual(points, Column(Kind(kind, 3, 1, 0), 1, 0, 1000));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Numbers_lie_within_zero_and_one_and_are_spread_evenly(string kind)
    {
        var points = Column(Kind(kind, 5, 3, 0), 4, 0, 1 << 16);
        Assert.All(points, u => Assert.True(u is > 0 and < 1));
        Assert.Equal(0.5, points.Average(), 0.005);
        Assert.Equal(1.0 / 12, points.Average(u => (u - 0.5) * (u - 0.5)), 0.001);
    }

    [Fact]
    public void The_first_and_the_last_number_there_are_lie_within_zero_and_one()
    {
        Assert.Equal(Math.Pow(2, -53), UnitInterval.Of(0));
        Assert.Equal(1 - Math.Pow(2, -53), UnitInterval.Of(UnitInterval.Mask));
    }

    [Fact]
    public void Pseudo_random_dimensions_are_not_correlated()
    {
        var points = Points.PseudoRandom(2, seed: 1, replicate: 0);
        var product = Column(points, 0, 0, 100_000).Zip(Column(points, 1, 0, 100_000)).Average(p => (p.First - 0.5) * (p.Second - 0.5));
        Assert.Equal(0, 12 * product, 0.015);
    }

    [Fact]
    public void Dimensions_beyond_the_direction_numbers_are_pseudo_random() =>
        Assert.Equal(
            Column(Points.PseudoRandom(1030, 4, 1), 1025, 100, 50),
            Column(Points.Sobol(1030, 4, 1), 1025, 100, 50));

    [Fact]
    public void Sobols_points_integrate_a_smooth_function_far_better_than_chance()
    {
        static double Error(Func<int, Points> replicate) => Math.Sqrt(Enumerable.Range(0, 8).Average(r =>
        {
            var points = replicate(r);
            var columns = Enumerable.Range(0, 6).Select(d => Column(points, d, 0, 4096)).ToArray();
            // The mean of the product of 1 + (u − ½) over the dimensions is 1.
            var mean = Enumerable.Range(0, 4096).Average(i => columns.Aggregate(1.0, (product, column) => product * (0.5 + column[i])));
            return (mean - 1) * (mean - 1);
        }));
        var sobol = Error(r => Points.Sobol(6, 9, r));
        Assert.True(sobol < Error(r => Points.PseudoRandom(6, 9, r)) / 10);
        Assert.True(sobol < 5e-4);
    }

    [Fact]
    public void There_are_no_points_beyond_the_last_dimension_and_index()
    {
        var points = Points.Sobol(2, 0, 0);
        Assert.Throws<ArgumentOutOfRangeException>(() => Column(points, 2, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Column(points, 0, (1L << 32) - 1, 2));
        Assert.InRange(Column(points, 0, (1L << 32) - 1, 1)[0], 0, 1);
    }

    private static Points Kind(string kind, int dimensions, int seed, int replicate) => kind == "sobol"
        ? Points.Sobol(dimensions, seed, replicate)
        : Points.PseudoRandom(dimensions, seed, replicate);

    private static double Number(Points points, int dimension, long index) => Column(points, dimension, index, 1)[0];

    private static double[] Column(Points points, int dimension, long start, int count)
    {
        var column = new double[count];
        points.Fill(dimension, start, column);
        return column;
    }
}
