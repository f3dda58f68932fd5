using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

public class BreakEvenTests
{
    [Fact]
    public void One_segment_breaks_even_at_a_quarter_at_12_500_customers_or_at_115()
    {
        var point = OfFirst(Examples.Losing);

        Assert.Equal(-30_000, Examples.Losing.Evaluate().Profit);
        Assert.Equal(0.25m, point.Conversion.Value);
        Assert.Equal(12_500, point.PotentialCustomers.Value);
        Assert.Equal(115, point.Price.Value);
        Assert.Equal(point.Price, point[Lever.Price]);
    }

    [Fact]
    public void Three_segments_break_even_at_common_factors()
    {
        var factor = BreakEven.CommonFactor(Examples.ThreeSegments);

        Assert.Equal(0.7254788160m, Math.Round(factor.Conversion.Value!.Value, 10));
        Assert.Equal(factor.Conversion, factor.PotentialCustomers);
        Assert.Equal(0.8075932203m, Math.Round(factor.Price.Value!.Value, 10));
    }

    [Fact]
    public void A_price_rise_from_100_to_120_pays_until_conversion_falls_to_15_percent()
    {
        // The fixed cost is what 20 % at a price of 100 contribute, so that the break-even keeps profit as it was.
        var dearer = Examples.OneSegment(0.2m, 10_000, 120, 40, 120_000);

        Assert.Equal(0.15m, OfFirst(dearer).Conversion.Value);
    }

    [Fact]
    public void An_unknown_segment_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentException>(() => BreakEven.OfSegment(Examples.Check, Guid.NewGuid()));

    [Theory]
    // price, cost, fixed cost, what others leave -> α*, reason, required
    [InlineData(100, 40, 600_000, 0, 1.0, null, null)] // exactly everyone
    [InlineData(100, 40, 600_001, 0, null, Unreachable.MoreThanEveryone, 1.0000016666666667)]
    [InlineData(100, 40, 0, 0, 0.0, null, null)]
    [InlineData(100, 40, 0, 60_000, null, Unreachable.AlreadyCovered, -0.1)]
    [InlineData(100, 100, 1, 0, null, Unreachable.NoMargin, null)]
    [InlineData(100, 140, 1, 0, null, Unreachable.NoMargin, null)]
    [InlineData(100, 100, 0, 0, null, Unreachable.AlwaysZero, null)]
    [InlineData(100, 100, 0, 1, null, Unreachable.AlreadyCovered, null)]
    [InlineData(100, 140, 0, 0, 0.0, null, null)]
    [InlineData(100, 140, 0, 100_000, 0.25, null, null)] // the others carry a segment at a loss, up to here
    [InlineData(100, 140, 0, 400_000, 1.0, null, null)]
    [InlineData(100, 140, 0, 400_001, null, Unreachable.AlreadyCovered, 1.0000025)]
    public void Conversion_breaks_even_within_zero_and_one(
        double price, double cost, double fixedCost, double others, double? value, Unreachable? reason, double? required) =>
        AssertPoint(
            value, reason, required,
            OfFirst(With(Examples.OneSegment(0.2m, 10_000, (decimal)price, (decimal)cost, (decimal)fixedCost), (decimal)others))
                .Conversion);

    [Theory]
    [InlineData(100, 40, 600_000, 0, 50_000.0, null, null)] // more than there are now is possible
    [InlineData(100, 40, 0, 0, 0.0, null, null)]
    [InlineData(100, 40, 0, 60_000, null, Unreachable.AlreadyCovered, -5_000.0)]
    [InlineData(100, 100, 1, 0, null, Unreachable.NoMargin, null)]
    [InlineData(100, 140, 1, 0, null, Unreachable.NoMargin, null)]
    [InlineData(100, 140, 0, 100_000, 12_500.0, null, null)]
    public void Potential_customers_break_even_from_zero_on(
        double price, double cost, double fixedCost, double others, double? value, Unreachable? reason, double? required) =>
        AssertPoint(
            value, reason, required,
            OfFirst(With(Examples.OneSegment(0.2m, 10_000, (decimal)price, (decimal)cost, (decimal)fixedCost), (decimal)others))
                .PotentialCustomers);

    [Theory]
    [InlineData(0, 40, 150_000, 0, 115.0, null, null)]
    [InlineData(100, 40, 0, 0, 40.0, null, null)]
    [InlineData(100, 0, 0, 0, 0.0, null, null)]
    [InlineData(100, 40, 0, 80_000, 0.0, null, null)] // the others pay for all of this segment's cost
    [InlineData(100, 40, 0, 90_000, null, Unreachable.AlreadyCovered, -5.0)]
    public void Price_breaks_even_from_zero_on(
        double price, double cost, double fixedCost, double others, double? value, Unreachable? reason, double? required) =>
        AssertPoint(
            value, reason, required,
            OfFirst(With(Examples.OneSegment(0.2m, 10_000, (decimal)price, (decimal)cost, (decimal)fixedCost), (decimal)others))
                .Price);

    [Theory]
    [InlineData(0, 10_000, null, Unreachable.NoConversion, Unreachable.NoConversion)]
    [InlineData(0.2, 0, Unreachable.NoCustomers, null, Unreachable.NoCustomers)]
    [InlineData(0, 0, Unreachable.NoCustomers, Unreachable.NoConversion, Unreachable.NoCustomers)]
    public void A_segment_that_nobody_buys_in_says_what_is_missing(
        double conversion, double customers, Unreachable? ofConversion, Unreachable? ofCustomers, Unreachable? ofPrice)
    {
        var point = OfFirst(Examples.OneSegment((decimal)conversion, (decimal)customers, 100, 40, 150_000));

        Assert.Equal(
            (ofConversion, ofCustomers, ofPrice),
            (point.Conversion.Reason, point.PotentialCustomers.Reason, point.Price.Reason));
    }

    [Fact]
    public void Where_everything_is_zero_profit_is_always_zero()
    {
        var point = OfFirst(Examples.OneSegment(0, 0, 0, 0, 0));
        var factor = BreakEven.CommonFactor(Scenario.Blank("Blank", Currency.Of("EUR"), Period.Month));

        Assert.All(Enum.GetValues<Lever>(), lever => Assert.Equal(Unreachable.AlwaysZero, point[lever].Reason));
        Assert.All(Enum.GetValues<Lever>(), lever => Assert.Equal(Unreachable.AlwaysZero, factor[lever].Reason));
    }

    [Theory]
    // α, N, price, cost, fixed cost -> reasons of the common factors on α, N, p
    [InlineData(0.2, 10_000, 100, 40, 600_001, Unreachable.MoreThanEveryone, null, null)]
    [InlineData(0.2, 10_000, 100, 40, 600_000, null, null, null)]
    [InlineData(0.2, 10_000, 100, 40, 0, null, null, null)]
    [InlineData(0.2, 10_000, 40, 40, 1, Unreachable.NoMargin, Unreachable.NoMargin, null)]
    [InlineData(0.2, 10_000, 30, 40, 1, Unreachable.NoMargin, Unreachable.NoMargin, null)]
    [InlineData(0.2, 10_000, 40, 40, 0, Unreachable.AlwaysZero, Unreachable.AlwaysZero, null)]
    [InlineData(0.2, 10_000, 0, 0, 1, Unreachable.NoMargin, Unreachable.NoMargin, Unreachable.NoRevenue)]
    [InlineData(0.2, 10_000, 0, 40, 1, Unreachable.NoMargin, Unreachable.NoMargin, Unreachable.NoRevenue)]
    [InlineData(0.2, 0, 100, 40, 1, Unreachable.NoCustomers, Unreachable.NoCustomers, Unreachable.NoCustomers)]
    [InlineData(0, 10_000, 100, 40, 1, Unreachable.NoConversion, Unreachable.NoConversion, Unreachable.NoConversion)]
    public void A_common_factor_exists_or_says_why_not(
        double conversion, double customers, double price, double cost, double fixedCost,
        Unreachable? ofConversion, Unreachable? ofCustomers, Unreachable? ofPrice)
    {
        var factor = BreakEven.CommonFactor(Examples.OneSegment(
            (decimal)conversion, (decimal)customers, (decimal)price, (decimal)cost, (decimal)fixedCost));

        Assert.Equal(
            (ofConversion, ofCustomers, ofPrice),
            (factor.Conversion.Reason, factor.PotentialCustomers.Reason, factor.Price.Reason));
    }

    [Fact]
    public void The_common_factor_on_conversion_stops_where_the_first_segment_has_won_everyone()
    {
        var scenario = Examples.Losing with
        {
            Segments = [Examples.Segment(0.5m, 1_000, 100), Examples.Segment(0.1m, 1_000, 100)],
        };

        var factor = BreakEven.CommonFactor(scenario).Conversion;

        // 36,000 of contribution against 150,000 of fixed cost: a factor of 25/6, but 2 wins all of the first segment.
        Assert.Equal(Unreachable.MoreThanEveryone, factor.Reason);
        Assert.Equal(4.1666666667m, Math.Round(factor.Required!.Value, 10));
    }

    [Fact]
    public void Exactly_everyone_is_not_lost_to_rounding()
    {
        // 3 · 0.7 = 2.1 customers at 1 each; a seventh has no end in decimal.
        var scenario = Examples.OneSegment(0.7m, 3, 1, 0, 3);

        Assert.True(BreakEven.CommonFactor(scenario).Conversion.IsReachable);
        Assert.Equal(1, OfFirst(scenario).Conversion.Value);
    }

    [Theory]
    [InlineData("0.0000000000000000000000000001", "1")]
    [InlineData("0.0000000000000000000000000001", "1000000000000")]
    [InlineData("0.0000000000001", "1000000000000")]
    public void Tiny_numbers_give_a_value_or_a_reason_and_never_an_overflow(string small, string fixedCost)
    {
        var tiny = decimal.Parse(small, System.Globalization.CultureInfo.InvariantCulture);
        var large = decimal.Parse(fixedCost, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var scenario in new[]
        {
            Examples.OneSegment(tiny, tiny, tiny, 0, large),
            Examples.OneSegment(tiny, 1, 1, 0, large),
            Examples.OneSegment(1, tiny, 1, 0, large),
            Examples.OneSegment(1, 1, tiny, 0, large),
            Examples.OneSegment(tiny, ScenarioLimits.Quantity, tiny, 0, large),
        })
        {
            foreach (var lever in Enum.GetValues<Lever>())
            {
                Assert.True(OfFirst(scenario)[lever] is { IsReachable: true } or { Reason: not null });
                Assert.True(BreakEven.CommonFactor(scenario)[lever] is { IsReachable: true } or { Reason: not null });
                Assert.NotEmpty(ProfitCurve.Of(scenario, scenario.Segments[0].Id, lever, 11).Points);
            }
        }
    }

    private static SegmentBreakEven OfFirst(Scenario scenario) => BreakEven.OfSegment(scenario, scenario.Segments[0].Id);

    private static Scenario With(Scenario scenario, decimal othersContribution) => scenario with
    {
        Segments = [.. scenario.Segments, Examples.Segment(1, 1, othersContribution) with { VariableCost = 0 }],
    };

    private static void AssertPoint(double? value, Unreachable? reason, double? required, BreakEvenPoint point)
    {
        Assert.Equal(reason, point.Reason);
        Assert.Equal((decimal?)value, point.Value);
        Assert.Equal(required ?? 0, (double)(point.Required ?? 0), 1e-12);
        Assert.Equal(required is null, point.Required is null);
        Assert.Equal(value is not null, point.IsReachable);
    }
}
