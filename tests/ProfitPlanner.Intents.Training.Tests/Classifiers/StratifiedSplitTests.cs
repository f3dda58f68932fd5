using ProfitPlanner.Intents.Training.Classifiers;
using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Tests.Classifiers;

public sealed class StratifiedSplitTests
{
    private static readonly LabelledText[] Rows =
    [
        .. Enumerable.Range(0, 50).Select(i => new LabelledText($"many {i}", ["many"])),
        new("pair 0", ["pair"]), new("pair 1", ["pair"]),
        new("once", ["once"]),
        .. Enumerable.Range(0, 10).Select(i => new LabelledText($"both {i}", ["many", "pair"])),
    ];

    [Theory]
    [InlineData(0.1, 5, 1)]
    [InlineData(0.25, 12, 3)]
    [InlineData(0.99, 49, 11)]
    public void Each_label_gives_its_share_and_keeps_a_text(double share, int many, int pair)
    {
        var (train, dev) = StratifiedSplit.Of(Rows, share, seed: 1);

        // A text of two labels counts for the rarer one.
        Assert.Equal((many, pair, 0), (dev.Count(row => row.Labels is ["many"]), dev.Count(row => row.Labels.Contains("pair")), dev.Count(row => row.Labels is ["once"])));
        Assert.Equal(Rows.Select(row => row.Text).Order(), train.Concat(dev).Select(row => row.Text).Order());
        Assert.Equal(train, Rows.Where(train.Contains));
    }

    [Fact]
    public void What_says_the_same_stands_on_one_side()
    {
        LabelledText[] rows =
        [
            .. Enumerable.Range(0, 100).Select(i => new LabelledText($"Thanks {i % 20}{(i % 2 == 0 ? "!" : "")}", ["thanks"])),
            .. Enumerable.Range(0, 90).Select(_ => new LabelledText("yes", ["confirmation"])), .. Enumerable.Range(0, 10).Select(i => new LabelledText($"do {i}", ["confirmation"])),
            new("no", ["rejection"]), new("No.", ["rejection"]),
        ];

        var (train, dev) = StratifiedSplit.Of(rows, 0.1, seed: 1);

        string Key(LabelledText row) => row.Text.ToLowerInvariant().TrimEnd('!', '.');
        Assert.Empty(train.Select(Key).Intersect(dev.Select(Key)));
        Assert.Equal((10, 1, 0), (dev.Count(row => row.Labels is ["thanks"]), dev.Count(row => row.Labels is ["confirmation"]), dev.Count(row => row.Labels is ["rejection"])));
    }

    [Fact]
    public void A_text_stands_on_one_side_whatever_it_is_labelled()
    {
        LabelledText[] rows = [.. Enumerable.Range(0, 60).Select(i => new LabelledText($"text {i / 2}", (i % 2 == 0 ? (string[])["a", "b"] : i % 4 == 1 ? ["b", "a"] : ["c"])))];

        Assert.All(Enumerable.Range(0, 20), seed =>
        {
            var (train, dev) = StratifiedSplit.Of(rows, 0.3, seed);
            Assert.Empty(train.Select(row => row.Text).Intersect(dev.Select(row => row.Text)));
            Assert.NotEmpty(dev);
        });
    }

    [Fact]
    public void Texts_are_held_out_where_no_two_have_the_same_labels()
    {
        LabelledText[] rows = [.. Enumerable.Range(0, 100).Select(i => new LabelledText($"text {i}", [$"ten {i / 10}", $"one {i % 10}"]))];

        Assert.Equal(10, StratifiedSplit.Of(rows, 0.1, seed: 1).Dev.Count);
    }

    [Fact]
    public void The_seed_decides()
    {
        string[] Held(int seed) => [.. StratifiedSplit.Of(Rows, 0.1, seed).Dev.Select(row => row.Text)];

        Assert.Equal(Held(1), Held(1));
        Assert.NotEqual(Held(1), Held(2));
    }
}
