using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.ProfitModel.Tests.Demand;

public class ChangePointsTests
{
    [Fact]
    public void Two_changes_are_found_where_they_are()
    {
        long[] trials = [.. Enumerable.Repeat(400L, 18)];
        long[] successes = [.. Enumerable.Range(0, 18).Select(month => month < 6 ? 40L + month % 2 : month < 12 ? 80 - month % 3 : 20 + month % 2)];

        var changes = ChangePoints.Of(successes, trials);

        Assert.Equal([6, 12], changes.Select(change => change.Index));
        Assert.Equal(243 / 2_400.0, changes[0].Before, 1e-12);
        Assert.Equal(474 / 2_400.0, changes[0].After, 1e-12);
        Assert.Equal((changes[0].After, 123 / 2_400.0), (changes[1].Before, changes[1].After));
    }

    [Fact]
    public void What_a_change_gains_is_a_likelihood_ratio()
    {
        // 10 of 100, then 30 of 100: half of G² of the 2×2 table, 12.97.
        static double Term(double x, double n) => x * Math.Log(x / n);
        var gain = Term(10, 100) + Term(90, 100) + Term(30, 100) + Term(70, 100) - Term(40, 200) - Term(160, 200);

        var change = Assert.Single(ChangePoints.Of([10, 30], [100, 100]));

        Assert.Equal((1, 0.1, 0.3), (change.Index, change.Before, change.After));
        Assert.Equal(gain, change.LogLikelihoodGain, 1e-9);
    }

    [Fact]
    public void It_is_the_best_of_all_segmentations()
    {
        var random = new Random(3);
        for (var world = 0; world < 200; world++)
        {
            var periods = random.Next(1, 9);
            long[] trials = [.. Enumerable.Range(0, periods).Select(_ => (long)random.Next(0, 60))];
            long[] successes = [.. trials.Select(all => random.NextInt64(0, all + 1))];

            var found = ChangePoints.Of(successes, trials).Select(change => change.Index).ToArray();

            var best = Enumerable.Range(0, 1 << (periods - 1)).Min(cuts => Cost(successes, trials, [.. Enumerable.Range(1, periods - 1).Where(cut => (cuts >> (cut - 1) & 1) == 1)]));
            Assert.Equal(best, Cost(successes, trials, found), 1e-9);
        }
    }

    [Fact]
    public void A_share_that_only_wavers_changes_seldom()
    {
        var random = new Random(7);
        var alarms = Enumerable.Range(0, 300).Count(_ =>
        {
            long[] trials = [.. Enumerable.Repeat(200L, 12)];
            return ChangePoints.Of([.. trials.Select(all => (long)Enumerable.Range(0, (int)all).Count(_ => random.NextDouble() < 0.12))], trials).Count > 0;
        });

        Assert.InRange(alarms, 0, 300 * 0.02);
    }

    [Fact]
    public void Nothing_and_empty_months_change_nothing()
    {
        Assert.Empty(ChangePoints.Of([], []));
        Assert.Empty(ChangePoints.Of([0, 0, 0], [0, 0, 0]));
        Assert.Empty(ChangePoints.Of([0, 0, 0], [50, 0, 50]));
        Assert.Throws<ArgumentException>(() => ChangePoints.Of([2], [1]));
        Assert.Throws<ArgumentException>(() => ChangePoints.Of([1], [1, 2]));
    }

    [Fact]
    public void After_empty_months_a_change_is_dated_to_the_month_that_shows_it() =>
        Assert.Equal(4, Assert.Single(ChangePoints.Of([10, 10, 0, 0, 60, 60], [100, 100, 0, 0, 100, 100])).Index);

    private static double Cost(long[] successes, long[] trials, int[] cuts)
    {
        int[] ends = [.. cuts, trials.Length];
        var (cost, start) = (0.0, 0);
        foreach (var end in ends)
        {
            double hits = successes[start..end].Sum(), all = trials[start..end].Sum();
            cost += -2 * (X(hits) + X(all - hits) - X(all));
            start = end;
        }
        return cost + cuts.Length * 2 * Math.Log(Math.Max(trials.Sum(), Math.E));
        static double X(double x) => x == 0 ? 0 : x * Math.Log(x);
    }
}
