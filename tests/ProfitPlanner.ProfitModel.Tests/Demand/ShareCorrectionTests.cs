using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.ProfitModel.Tests.Demand;

public class ShareCorrectionTests
{
    private static readonly int[] Sizes = [1, 10, 100];

    private static readonly ConfusionCounts TwoLabels = new(["asks", ConfusionCounts.None], [[8_500, 1_500], [1_000, 9_000]]);

    [Fact]
    public void Of_two_labels_it_is_adjusted_counting()
    {
        var asks = Estimate(TwoLabels, Given(300, 700))[0];

        // (0.30 + 0.90 − 1) / (0.85 + 0.90 − 1)
        Assert.Equal(0.2666666667, asks.Corrected, 2e-3);
        Assert.Equal(0.3, asks.Plain, 1e-12);
        Assert.Equal(0.2666666667, AdjustedCount.Of(0.30, 0.85, 0.90)!.Value, 1e-9);
        // A tenth shows as 0.175, and comes back.
        Assert.Equal(0.1, AdjustedCount.Of(0.175, 0.85, 0.90)!.Value, 1e-12);
    }

    [Fact]
    public void Fewer_given_than_errors_alone_would_give_are_none()
    {
        var asks = Estimate(TwoLabels, Given(95, 905))[0];

        Assert.InRange(asks.Corrected, 0, 1e-3);
        Assert.Equal(0, asks.Low, 1e-6);
        Assert.InRange(asks.High, 0.005, 0.03);
    }

    [Fact]
    public void Without_a_confusion_shares_stay_and_wilson_says_how_sure_they_are()
    {
        var asks = Estimate(null, Given(30, 170)).Single(share => share.Label == "asks");

        Assert.Equal((0.15, 0.15), (asks.Plain, asks.Corrected));
        Assert.Equal(0.1071359356, asks.PlainLow, 1e-9);
        Assert.Equal(0.2060557928, asks.PlainHigh, 1e-9);
        Assert.Equal((asks.PlainLow, asks.PlainHigh), (asks.Low, asks.High));
    }

    [Fact]
    public void A_classifier_that_erred_never_leaves_shares_as_they_are()
    {
        var perfect = new ConfusionCounts(["a", "b", "c", ConfusionCounts.None], [[5_000, 0, 0, 0], [0, 5_000, 0, 0], [0, 0, 5_000, 0], [0, 0, 0, 5_000]]);

        var shares = Estimate(perfect, new Dictionary<string, long> { ["a"] = 500, ["b"] = 300, ["c"] = 150, [ConfusionCounts.None] = 50 });

        Assert.All(shares, share => Assert.Equal(share.Plain, share.Corrected, 2e-3));
    }

    [Fact]
    public void Labels_with_few_or_no_held_out_texts_go_by_what_all_have_in_common()
    {
        var confusion = new ConfusionCounts(["common", "rare", "unseen", ConfusionCounts.None], [[900, 50, 0, 50], [1, 0, 0, 0], [0, 0, 0, 0], [40, 10, 0, 450]]);

        var shares = Estimate(confusion, new Dictionary<string, long> { ["common"] = 500, ["rare"] = 200, ["unseen"] = 200, [ConfusionCounts.None] = 100 });

        Assert.Equal(1, shares.Sum(share => share.Corrected), 1e-9);
        Assert.All(shares, share => Assert.InRange(share.Corrected, share.Low, share.High));
        Assert.Equal(0.2, shares[2].Corrected, 0.05);
        Assert.InRange(shares[1].Corrected, 0.1, 0.4);
    }

    [Fact]
    public void A_label_that_the_confusion_does_not_know_is_counted_plainly()
    {
        var given = new Dictionary<string, long> { ["asks"] = 240, [ConfusionCounts.None] = 560, ["new"] = 200 };

        var shares = Estimate(TwoLabels, given);

        Assert.Equal(["asks", ConfusionCounts.None, "new"], shares.Select(share => share.Label));
        Assert.Equal((0.2, 0.2), (shares[2].Plain, shares[2].Corrected));
        Assert.Equal(0.8 * 0.2666666667, shares[0].Corrected, 2e-3);
        Assert.Equal(1, shares.Sum(share => share.Corrected), 1e-9);
    }

    [Fact]
    public void Labels_that_are_confused_with_each_other_are_surer_together()
    {
        // A third of either is taken for the other, and hardly anything for the rest.
        var confusion = new ConfusionCounts(["cancel", "switch", ConfusionCounts.None], [[65, 33, 2], [33, 65, 2], [2, 2, 396]]);
        var given = new Dictionary<string, long> { ["cancel"] = 120, ["switch"] = 100, [ConfusionCounts.None] = 780 };

        var correction = new ShareCorrection(confusion);
        var (each, both) = (correction.Estimate(given), correction.Estimate(given, new LabelGroup("leave", ["cancel", "switch"]))[^1]);

        Assert.Equal(("leave", 220L, 0.22), (both.Label, both.Given, both.Plain));
        Assert.Equal(each[0].Corrected + each[1].Corrected, both.Corrected, 1e-12);
        Assert.True(both.High - both.Low < 0.6 * (each[0].High - each[0].Low), $"{both} {each[0]}");
        Assert.Equal(each[0], correction.Estimate(given, new LabelGroup("cancel", ["cancel"]))[^1]);
    }

    [Fact]
    public void Nothing_given_says_nothing()
    {
        Assert.All(Estimate(TwoLabels, new Dictionary<string, long>()), share => Assert.Equal((0L, 0.0, 0.0, 1.0), (share.Given, share.Corrected, share.Low, share.High)));
        Assert.Empty(Estimate(null, new Dictionary<string, long>()));
    }

    [Fact]
    public void The_same_seed_says_the_same_and_more_conversations_say_it_more_closely()
    {
        var (first, again) = (new ShareCorrection(TwoLabels, seed: 3).Estimate(Given(15, 35)), new ShareCorrection(TwoLabels, seed: 3).Estimate(Given(15, 35)));
        Assert.Equal(first, again);
        Assert.NotEqual(first, new ShareCorrection(TwoLabels, seed: 4).Estimate(Given(15, 35)));

        double[] widths = [.. Sizes.Select(times => Estimate(TwoLabels, Given(15 * times, 35 * times))[0]).Select(share => share.High - share.Low)];
        Assert.InRange(widths[0], 0.2, 0.5);
        Assert.True(widths[0] > 2 * widths[1] && widths[1] > 2 * widths[2], string.Join(' ', widths));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Estimate(new(["a", "b"], [[1, 2]]), Given(1, 1)));
        Assert.Throws<ArgumentException>(() => Estimate(new(["a", "a"], [[1, 2], [3, 4]]), Given(1, 1)));
        Assert.Throws<ArgumentException>(() => Estimate(TwoLabels, Given(-1, 1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShareCorrection(TwoLabels, level: 1));
    }

    private static Dictionary<string, long> Given(long asks, long none) => new() { ["asks"] = asks, [ConfusionCounts.None] = none };

    private static IReadOnlyList<ShareEstimate> Estimate(ConfusionCounts? confusion, IReadOnlyDictionary<string, long> given) => new ShareCorrection(confusion).Estimate(given);
}
