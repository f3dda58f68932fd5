using CsCheck;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Uncertainty;

public sealed class HistogramTests
{
    [Fact]
    public void Every_value_is_counted_once_in_at_most_sixty_bins_side_by_side() =>
        Gen.Select(Gen.Double[-1e7, 1e7].Array[1, 300], Gen.Double[-1e6, 0], Gen.Double[1e-3, 1e6]).Sample((values, low, high) =>
        {
            var histogram = Histogram.Of(values, low, high);

            Assert.InRange(histogram.Bins.Count, 1, 60);
            Assert.Equal(values.Length, histogram.Below + histogram.Above + histogram.Bins.Sum(bin => bin.Count));
            Assert.All(histogram.Bins.Zip(histogram.Bins.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            Assert.InRange(low, histogram.Bins[0].From, histogram.Bins[0].To);
            Assert.InRange(high, histogram.Bins[^1].From, histogram.Bins[^1].To);
        });

    [Fact]
    public void Edges_are_round()
    {
        var histogram = Histogram.Of([1, 3, 99], 0, 100);

        Assert.Equal(2, histogram.Bins[0].To - histogram.Bins[0].From);
        Assert.Equal(new HistogramBin(2, 4, 1), histogram.Bins[1]);
    }
}
