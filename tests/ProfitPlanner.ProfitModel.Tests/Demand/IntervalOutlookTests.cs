using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.ProfitModel.Tests.Demand;

public sealed class IntervalOutlookTests
{
    [Fact]
    public void Nine_times_the_conversations_make_an_interval_of_chance_a_third_as_wide()
    {
        var outlook = IntervalOutlook.Of(new ShareEstimate("a", 20, 0.2, 0.1, 0.3, 0.2, 0.1, 0.3), 100);

        Assert.Equal((0.1, 800), (outlook.Points, outlook.More), (one, other) => Math.Abs(one.Item1 - other.Item1) < 1e-9 && one.Item2 == other.Item2);
        Assert.Equal(0.1 / 3, outlook.Target!.Value, 9);
    }

    [Fact]
    public void What_the_classifier_gets_wrong_no_number_of_conversations_mends()
    {
        // Chance makes ±1 point of ±10.
        var outlook = IntervalOutlook.Of(new ShareEstimate("a", 2_000, 0.2, 0.19, 0.21, 0.2, 0.1, 0.3), 10_000);

        Assert.Equal((null, 0), (outlook.Target, outlook.More));
        Assert.Equal(0.1, outlook.Points, 9);
    }

    [Fact]
    public void Where_both_count_the_target_keeps_clear_of_what_cannot_be_had()
    {
        // 8² by chance and 6² by errors make 10².
        var outlook = IntervalOutlook.Of(new ShareEstimate("a", 20, 0.2, 0.12, 0.28, 0.2, 0.1, 0.3), 100);

        Assert.Equal(0.075, outlook.Target!.Value, 9);
        // What is left for chance is √(7.5² − 6²) = 4.5: (8 / 4.5)² − 1 times as many more.
        Assert.Equal(217, outlook.More);
    }
}
