using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.ProfitModel.Tests.Demand;

public sealed class ShareChangeTests
{
    // Newcombe 1998, Statistics in Medicine 17: 873–890, table II, method 10: the difference of 56/70 and 48/80, and of 9/10 and 3/10.
    [Theory]
    [InlineData(48, 80, 56, 70, 0.0524, 0.3339)]
    [InlineData(3, 10, 9, 10, 0.1705, 0.8090)]
    public void The_interval_is_newcombes(int before, int ofBefore, int now, int ofNow, double lower, double upper)
    {
        var change = ShareChange.Of(before, ofBefore, now, ofNow)!;

        Assert.Equal(lower, change.Interval.Lower, 4e-5);
        Assert.Equal(upper, change.Interval.Upper, 4e-5);
        Assert.True(change.Grows);
        Assert.False(change.Shrinks);
    }

    [Fact]
    public void Turned_round_it_shrinks_as_much()
    {
        var (grown, shrunk) = (ShareChange.Of(48, 80, 56, 70)!, ShareChange.Of(56, 70, 48, 80)!);

        Assert.True(shrunk.Shrinks);
        Assert.Equal(-grown.Interval.Upper, shrunk.Interval.Lower, 1e-12);
    }

    [Fact]
    public void Of_many_that_are_compared_each_must_show_more()
    {
        Assert.True(ShareChange.Of(10, 100, 22, 100)!.Grows);
        Assert.False(ShareChange.Of(10, 100, 22, 100, compared: 20)!.Grows);
    }

    [Theory]
    [InlineData(0, 0, 5, 10)]
    [InlineData(5, 10, 0, 0)]
    public void Without_a_period_there_is_no_change(int before, int ofBefore, int now, int ofNow) => Assert.Null(ShareChange.Of(before, ofBefore, now, ofNow));

    [Fact]
    public void From_nothing_to_a_little_may_be_chance() => Assert.False(ShareChange.Of(0, 30, 2, 30)!.Grows);
}
