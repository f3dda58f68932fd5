namespace ProfitPlanner.Intents.Training.Tests;

public sealed class SeedsTests
{
    [Fact]
    public void Neighbouring_places_draw_different_numbers()
    {
        int[] seeds = [.. from seed in (int[])[-1, 0, 1, 2] from place in Enumerable.Range(0, 1_000) from kind in (int[])[Seeds.Order, Seeds.Dropout, Seeds.Tokens] select Seeds.Of(seed, place, kind)];

        Assert.Equal(seeds.Length, seeds.Distinct().Count());
        Assert.All(seeds, seed => Assert.True(seed >= 0));
    }

    // Else a run that was killed before an update would go on otherwise than it began.
    [Fact]
    public void They_stay_what_they_are()
    {
        Assert.Equal(378377074, Seeds.Of(1, 0, Seeds.Order));
        Assert.Equal(106566255, Seeds.Of(7, 1_000_000, Seeds.Tokens));
    }
}
