using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Topics;

namespace ProfitPlanner.Intents.Tests.Topics;

public sealed class TopicTests
{
    private const int Hidden = 16;

    [Fact]
    public void Directions_that_lie_together_are_one_group()
    {
        var (directions, truth) = Around(4, 100);

        var found = SphericalClusters.Find(directions, 4, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(4, found.Middles.Count);
        Assert.All(truth.Zip(found.Groups).GroupBy(pair => pair.First), group => Assert.Single(group.Select(pair => pair.Second).Distinct()));
        Assert.All(found.Middles, middle => Assert.Equal(1, Math.Sqrt(middle.Sum(x => x * x)), 1e-5));
        Assert.All(directions.Index(), direction => Assert.Equal(direction.Item.Zip(found.Middles[found.Groups[direction.Index]], (a, b) => a * b).Sum(), found.Nearness[direction.Index], 1e-4));
    }

    [Fact]
    public void The_same_directions_give_the_same_groups()
    {
        var (directions, _) = Around(5, 60);

        Assert.Equal(
            SphericalClusters.Find(directions, 6, cancellationToken: TestContext.Current.CancellationToken).Groups,
            SphericalClusters.Find(directions, 6, cancellationToken: TestContext.Current.CancellationToken).Groups);
    }

    [Fact]
    public void Seeded_by_earlier_middles_the_groups_keep_their_order()
    {
        var (directions, _) = Around(4, 100);
        var first = SphericalClusters.Find(directions, 4, cancellationToken: TestContext.Current.CancellationToken);

        var again = SphericalClusters.Find(directions, 4, [.. first.Middles.Reverse()], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(first.Groups.Select(group => 3 - group), again.Groups);
    }

    [Fact]
    public void More_groups_than_directions_are_no_more_than_those()
    {
        var found = SphericalClusters.Find([[1, 0], [1, 0], [0, 1]], 10, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(2, found.Middles.Count);
        Assert.Equal(found.Groups[0], found.Groups[1]);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    public void The_silhouette_finds_how_many_there_are(int groups)
    {
        var (directions, _) = Around(groups, 60);

        var tried = TopicCount.Try(directions, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(groups, tried.MaxBy(count => count.Silhouette)!.Groups);
        Assert.All(tried, count => Assert.InRange(count.Silhouette, -1, 1));
    }

    [Fact]
    public void Too_few_directions_for_two_groups_are_one() =>
        Assert.Equal(1, Assert.Single(TopicCount.Try(Around(2, 5).Directions, cancellationToken: TestContext.Current.CancellationToken)).Groups);

    [Fact]
    public void On_the_map_near_is_near_and_all_of_it_is_within_bounds()
    {
        float[][] directions = [Direction.Of([1, 0, 0]), Direction.Of([1, 0.1f, 0]), Direction.Of([0, 1, 0]), Direction.Of([0, 0, 1])];

        var places = TopicMap.Of(directions);

        double Apart(int a, int b) => double.Hypot(places[a].X - places[b].X, places[a].Y - places[b].Y);
        Assert.All(places, place => Assert.True(Math.Abs(place.X) <= 1 && Math.Abs(place.Y) <= 1));
        Assert.Equal(1, places.Max(place => Math.Max(Math.Abs(place.X), Math.Abs(place.Y))), 1e-9);
        Assert.True(Apart(0, 1) < 0.3 * Apart(0, 2) && Apart(0, 1) < 0.3 * Apart(0, 3) && Apart(2, 3) > 0.5);
        // Distances of three points are kept exactly: two dimensions hold them.
        var three = TopicMap.Of([directions[0], directions[2], directions[3]]);
        Assert.Equal(double.Hypot(three[0].X - three[1].X, three[0].Y - three[1].Y), double.Hypot(three[0].X - three[2].X, three[0].Y - three[2].Y), 1e-6);
    }

    [Fact]
    public void One_topic_and_topics_that_are_the_same_lie_in_the_middle()
    {
        Assert.Equal([(0, 0)], TopicMap.Of([[1, 0]]));
        Assert.Equal([(0, 0), (0, 0)], TopicMap.Of([[1, 0], [1, 0]]));
        Assert.Empty(TopicMap.Of([]));
    }

    // Directions near the axes of a space.
    private static (float[][] Directions, int[] Truth) Around(int groups, int each)
    {
        var random = new Random(groups);
        int[] truth = [.. Enumerable.Range(0, groups * each).Select(_ => random.Next(groups))];
        return ([.. truth.Select(group => Direction.Of([.. Enumerable.Range(0, Hidden).Select(i => (i == group ? 1 : 0) + 0.15f * (random.NextSingle() - 0.5f))]))], truth);
    }
}
