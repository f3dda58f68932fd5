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
    [InlineData(0.1, 5, 1, 1)]
    [InlineData(0.25, 12, 1, 2)]
    [InlineData(0.99, 49, 1, 9)]
    public void Each_label_gives_its_share_and_keeps_a_text(double share, int many, int pair, int both)
    {
        var (train, dev) = StratifiedSplit.Of(Rows, share, seed: 1);

        int Held(string label) => dev.Count(row => string.Join('+', row.Labels) == label);
        Assert.Equal((many, pair, 0, both), (Held("many"), Held("pair"), Held("once"), Held("many+pair")));
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
    public void The_seed_decides()
    {
        string[] Held(int seed) => [.. StratifiedSplit.Of(Rows, 0.1, seed).Dev.Select(row => row.Text)];

        Assert.Equal(Held(1), Held(1));
        Assert.NotEqual(Held(1), Held(2));
    }
}
