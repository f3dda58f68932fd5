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
    public void The_seed_decides()
    {
        string[] Held(int seed) => [.. StratifiedSplit.Of(Rows, 0.1, seed).Dev.Select(row => row.Text)];

        Assert.Equal(Held(1), Held(1));
        Assert.NotEqual(Held(1), Held(2));
    }
}
