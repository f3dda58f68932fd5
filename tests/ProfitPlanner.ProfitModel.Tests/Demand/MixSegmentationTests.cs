using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.ProfitModel.Tests.Demand;

public class MixSegmentationTests
{
    private static readonly double[][] Mixes = [[0.7, 0.2, 0.05, 0.05, 0], [0.05, 0.05, 0.8, 0.1, 0], [0.1, 0.1, 0.1, 0.1, 0.6]];

    [Fact]
    public void Three_groups_of_customers_are_three_segments()
    {
        var (counts, group) = Customers(new Random(1), 600, 12);

        var mixes = MixSegmentation.Of(counts);

        Assert.Equal(3, mixes.Shares.Count);
        Assert.Equal(mixes.Criterion.MinBy(tried => tried.Criterion).Segments, mixes.Shares.Count);
        Assert.Equal(Enumerable.Range(1, 8), mixes.Criterion.Select(tried => tried.Segments));
        // The largest group was made of every other customer.
        Assert.InRange(mixes.SegmentOf.Zip(group).Count(customer => customer.First == customer.Second) / 600.0, 0.97, 1);
        Assert.All(Mixes.SelectMany((mix, segment) => mix.Select((share, intent) => (share, mixes.Shares[segment][intent]))), pair => Assert.Equal(pair.share, pair.Item2, 0.05));
    }

    [Fact]
    public void One_question_each_makes_no_segments()
    {
        // A single count per customer has no mix: any number of segments explains it as well as one.
        var (counts, _) = Customers(new Random(2), 500, 1);

        Assert.Single(MixSegmentation.Of(counts).Shares);
    }

    [Fact]
    public void The_same_seed_finds_the_same_and_customers_who_asked_nothing_go_with_the_most()
    {
        var (counts, _) = Customers(new Random(3), 120, 6);
        counts[7] = [0, 0, 0, 0, 0];

        var (first, again) = (MixSegmentation.Of(counts, seed: 5), MixSegmentation.Of(counts, seed: 5));

        Assert.Equal(first.SegmentOf, again.SegmentOf);
        Assert.Equal(0, first.SegmentOf[7]);
        Assert.All(first.Shares, shares => Assert.Equal(1, shares.Sum(), 1e-9));
    }

    [Fact]
    public void Nobody_has_no_segments()
    {
        Assert.Empty(MixSegmentation.Of([]).Shares);
        Assert.Empty(MixSegmentation.Of([[0, 0]]).Shares);
        Assert.Throws<ArgumentException>(() => MixSegmentation.Of([[1, 2], [1]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => MixSegmentation.Of([[1, 2]], most: 0));
    }

    private static (List<IReadOnlyList<int>> Counts, int[] Group) Customers(Random random, int customers, int questions)
    {
        int[] group = [.. Enumerable.Range(0, customers).Select(i => i % 6 < 3 ? 0 : i % 6 < 5 ? 1 : 2)];
        return ([.. group.Select(own =>
        {
            var counts = new int[5];
            for (var i = 0; i < questions; i++)
            {
                var left = random.NextDouble();
                counts[Math.Min(Mixes[own].TakeWhile(share => (left -= share) >= 0).Count(), 4)]++;
            }
            return counts;
        })], group);
    }
}
