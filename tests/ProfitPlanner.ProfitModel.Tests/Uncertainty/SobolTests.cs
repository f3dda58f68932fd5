using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Uncertainty;

public sealed class SobolTests
{
    [Fact]
    public void The_first_points_are_those_of_the_published_sequence()
    {
        // Of another implementation of the same direction numbers, put into Sobol's order.
        Assert.Equal([0, 0.5, 0.25, 0.75, 0.125, 0.625, 0.375, 0.875], Plain(0, 8));
        Assert.Equal([0, 0.5, 0.75, 0.25, 0.625, 0.125, 0.375, 0.875], Plain(1, 8));
        Assert.Equal([0, 0.5, 0.75, 0.25, 0.375, 0.875, 0.625, 0.125], Plain(2, 8));
        Assert.Equal([0, 0.5, 0.25, 0.75, 0.625, 0.125, 0.875, 0.375], Plain(1_023, 8));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(1_023)]
    public void Every_interval_of_a_dimension_gets_one_scrambled_point(int dimension)
    {
        var points = Fill(SobolDimension.Scrambled(dimension, 7), 0, 1_024);

        Assert.Equal(Enumerable.Range(0, 1_024), points.Select(point => (int)(point * 1_024)).Order());
        Assert.All(points, point => Assert.InRange(point, double.Epsilon, Math.BitDecrement(1)));
    }

    [Fact]
    public void Two_dimensions_fill_every_box()
    {
        var first = Fill(SobolDimension.Scrambled(0, 1), 0, 1_024);
        var second = Fill(SobolDimension.Scrambled(1, 2), 0, 1_024);

        for (var bits = 0; bits <= 10; bits++)
        {
            var (columns, rows) = (1 << bits, 1_024 >> bits);
            Assert.Equal(1_024, first.Zip(second, (x, y) => ((int)(x * columns), (int)(y * rows))).Distinct().Count());
        }
    }

    [Fact]
    public void Blocks_are_the_whole()
    {
        var dimension = SobolDimension.Scrambled(3, 5);

        Assert.Equal(Fill(dimension, 0, 4_096), Enumerable.Range(0, 16).SelectMany(i => Fill(dimension, i * 256, 256)));
        Assert.Equal(Fill(dimension, 1_024, 1_024).Take(77), Fill(dimension, 1_024, 77));
    }

    [Fact]
    public void Another_scramble_has_other_points() =>
        Assert.NotEqual(Fill(SobolDimension.Scrambled(3, 5), 0, 64), Fill(SobolDimension.Scrambled(3, 6), 0, 64));

    [Fact]
    public void Pseudo_random_numbers_do_not_depend_on_where_a_block_begins()
    {
        var whole = new double[1_003];
        var part = new double[101];
        CounterRandom.Fill(9, 0, whole);
        CounterRandom.Fill(9, 501, part);

        Assert.Equal(whole[501..602], part);
        Assert.All(whole, number => Assert.InRange(number, double.Epsilon, Math.BitDecrement(1)));
    }

    [Fact]
    public void Pseudo_random_numbers_are_uniform_and_independent()
    {
        const int Count = 100_000;
        var (one, other) = (new double[Count], new double[Count]);
        CounterRandom.Fill(CounterRandom.Key(1, 0), 0, one);
        CounterRandom.Fill(CounterRandom.Key(1, 1), 0, other);

        // Four standard errors: of a mean 1/√12, of a correlation 1.
        Assert.Equal(0.5, one.Average(), 4 / Math.Sqrt(12.0 * Count));
        var buckets = one.GroupBy(number => (int)(number * 100)).Select(group => Math.Pow(group.Count() - Count / 100, 2) / (Count / 100.0)).ToList();
        Assert.InRange(buckets.Sum(), 99 - 4 * Math.Sqrt(2 * 99), 99 + 4 * Math.Sqrt(2 * 99));
        var correlation = one.Zip(other, (x, y) => (x - 0.5) * (y - 0.5) * 12).Average();
        Assert.Equal(0, correlation, 4 / Math.Sqrt(Count));
    }

    private static double[] Plain(int dimension, int count) =>
        [.. Fill(SobolDimension.Plain(dimension), 0, count).Select(point => Math.Floor(point * 1_024) / 1_024)];

    private static double[] Fill(SobolDimension dimension, int first, int count)
    {
        var points = new double[count];
        dimension.Fill((uint)first, points, new uint[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count)]);
        return points;
    }
}
