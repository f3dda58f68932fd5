using CsCheck;
using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Tests.Pricing.Fitting;

public class IsotonicDemandTests
{
    private static readonly Gen<PriceObservation[]> Data =
        Gen.Select(Gen.Int[1, 8], Gen.Long[1, 50], Gen.Double[0, 1], (price, offered, share) =>
            new PriceObservation(price, offered, (long)(share * offered))).Array[1, 12];

    [Fact]
    public void Violators_are_pooled_by_their_weights()
    {
        var points = IsotonicDemand.Fit([new(10, 100, 40), new(20, 100, 20), new(30, 300, 90), new(40, 100, 10)]);

        Assert.Equal([0.4, 0.275, 0.275, 0.1], points.Select(p => p.Conversion));
        Assert.Equal([1, 2, 2, 1], points.Select(p => p.PooledPrices));
        Assert.Equal([40L, 20, 90, 10], points.Select(p => p.Bought));
    }

    [Fact]
    public void The_interval_is_Wilsons()
    {
        var interval = IsotonicDemand.Fit([new(10, 200, 30)])[0].Interval;

        Assert.Equal(0.1071359356, interval.Lower, 1e-9);
        Assert.Equal(0.2060557928, interval.Upper, 1e-9);
        Assert.Equal(0, IsotonicDemand.Fit([new(10, 5, 0)])[0].Interval.Lower);
        Assert.Equal(1, IsotonicDemand.Fit([new(10, 5, 5)])[0].Interval.Upper);
    }

    [Fact]
    public void Nothing_offered_gives_no_points() => Assert.Empty(IsotonicDemand.Fit([new(10, 0, 0)]));

    [Fact]
    public void Shares_never_rise_and_buyers_are_kept() => Data.Sample(data =>
    {
        var points = IsotonicDemand.Fit(data);
        Assert.True(points.Zip(points.Skip(1)).All(pair => pair.First.Conversion >= pair.Second.Conversion && pair.First.Price < pair.Second.Price));
        Assert.Equal(data.Sum(o => o.Bought), points.Sum(p => p.Conversion * p.Offered), 1e-9);
        Assert.All(points, p => Assert.InRange(p.Conversion, p.Interval.Lower - 1e-12, p.Interval.Upper + 1e-12));
    });

    [Fact]
    public void It_is_the_min_max_of_block_shares() => Data.Sample(data =>
    {
        // The closed form of isotonic regression: min over starts of max over ends.
        var points = IsotonicDemand.Fit(data);
        for (var i = 0; i < points.Count; i++)
        {
            var expected = Enumerable.Range(0, i + 1).Min(from => Enumerable.Range(i, points.Count - i).Max(to =>
                points.Skip(from).Take(to - from + 1).Sum(p => p.Bought) /
                (double)points.Skip(from).Take(to - from + 1).Sum(p => p.Offered)));
            Assert.Equal(expected, points[i].Conversion, 1e-12);
        }
    });
}
