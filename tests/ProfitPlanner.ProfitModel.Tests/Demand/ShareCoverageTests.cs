using MathNet.Numerics.Distributions;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.ProfitModel.Tests.Demand;

/// <summary>Made-up classifiers and mixes: how often an interval holds the true share, and whether correcting pays.</summary>
public class ShareCoverageTests
{
    [Theory]
    [InlineData(2, 200, 0.85, 50, 200)]
    [InlineData(2, 200, 0.85, 1_240, 200)]
    [InlineData(10, 200, 0.80, 200, 60)]
    [InlineData(10, 1_000, 0.85, 1_240, 60)]
    [InlineData(10, 1_000, 0.85, 10_000, 60)]
    [InlineData(50, 2_000, 0.85, 200, 12)]
    [InlineData(50, 6_000, 0.93, 1_240, 12)]
    public void A_95_percent_interval_holds_the_true_share_in_90_to_98_percent(int labels, int heldOut, double accuracy, int conversations, int times)
    {
        var worlds = Enumerable.Range(0, times).SelectMany(seed => World(seed, labels, heldOut, accuracy, conversations)).ToArray();

        // Shares that are next to nothing are held by any interval from 0, and would flatter.
        var told = worlds.Where(share => share.Truth * conversations >= 3).ToArray();
        Assert.InRange(told.Count(Holds) / (double)told.Length, 0.90, 0.985);
        Assert.InRange(worlds.Count(Holds) / (double)worlds.Length, 0.90, 1);
        static bool Holds((double Truth, ShareEstimate Said) share) => share.Said.Low <= share.Truth && share.Truth <= share.Said.High;
    }

    [Theory]
    [InlineData(2, 200, 0.85, 1_240, 0.5)]
    [InlineData(10, 1_000, 0.85, 10_000, 0.6)]
    [InlineData(50, 6_000, 0.93, 10_000, 0.75)]
    public void The_corrected_share_is_nearer_to_the_truth(int labels, int heldOut, double accuracy, int conversations, double most)
    {
        var worlds = Enumerable.Range(0, 24).SelectMany(seed => World(seed, labels, heldOut, accuracy, conversations)).ToArray();

        Assert.InRange(
            worlds.Average(share => Math.Abs(share.Said.Corrected - share.Truth)) / worlds.Average(share => Math.Abs(share.Said.Plain - share.Truth)), 0, most);
    }

    private static IEnumerable<(double Truth, ShareEstimate Said)> World(int seed, int labels, int heldOut, double accuracy, int conversations)
    {
        var random = new Random(seed * 131 + labels * 7 + conversations);
        string[] names = [.. Enumerable.Range(1, labels - 1).Select(i => $"intent {i}"), ConfusionCounts.None];
        double[][] given = [.. Enumerable.Range(0, labels).Select(label =>
        {
            // A label is mostly taken for a few others.
            var right = accuracy + 0.1 * (random.NextDouble() - 0.5);
            var others = Shares(random, [.. Enumerable.Range(0, labels).Select(other => other == label ? 0 : 0.15)]);
            return others.Select((share, other) => other == label ? right : (1 - right) * share).ToArray();
        })];
        var (before, now) = (Shares(random, [.. Enumerable.Repeat(1.0, labels)]), Shares(random, [.. Enumerable.Repeat(labels == 50 ? 0.5 : 1.0, labels)]));

        long[][] counts = [.. names.Select(_ => new long[labels])];
        for (var i = 0; i < heldOut; i++)
        {
            var label = Pick(random, before);
            counts[label][Pick(random, given[label])]++;
        }
        var seen = Enumerable.Range(0, conversations).Select(_ => names[Pick(random, given[Pick(random, now)])]).CountBy(name => name).ToDictionary(name => name.Key, name => (long)name.Value);
        return now.Zip(new ShareCorrection(new(names, counts)).Estimate(seen));
    }

    private static double[] Shares(Random random, double[] shapes)
    {
        double[] draws = [.. shapes.Select(shape => shape == 0 ? 0 : Gamma.Sample(random, shape, 1))];
        return [.. draws.Select(draw => draw / draws.Sum())];
    }

    private static int Pick(Random random, double[] shares)
    {
        var left = random.NextDouble();
        return Math.Min(shares.TakeWhile(share => (left -= share) >= 0).Count(), shares.Length - 1);
    }
}
