using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Tests.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Uncertainty;

public class TornadoTests
{
    [Fact]
    public void The_worked_example_has_the_swings_of_the_textbook()
    {
        var bars = Tornado.Of(Uncertain);
        Assert.Equal(
            [
                ("potentialCustomers", -6_000m, 66_000m), ("conversion", 0m, 60_000m), ("price", 0m, 60_000m),
                ("amount", 60_000m, 15_000m), ("variableCost", 45_000m, 6_000m), ("retentionCost", 45_000m, 15_000m),
            ],
            bars.Select(bar => (bar.Path.Split('/')[^1], decimal.Round(bar.ProfitAtLow, 6), decimal.Round(bar.ProfitAtHigh, 6))));
        Assert.Equal([72_000m, 60_000m, 60_000m, 45_000m, 39_000m, 30_000m], bars.Select(bar => decimal.Round(bar.Swing, 6)));
    }

    [Fact]
    public void A_known_number_has_no_bar() => Assert.Empty(Tornado.Of(Examples.Check));

    [Fact]
    public void A_share_beyond_its_range_counts_as_the_ranges_end()
    {
        var scenario = Known with { Segments = [Known.Segments[0] with { Conversion = new Estimate(new NormalDistribution(0.9, 0.2)) }] };
        Assert.Equal(1, Tornado.Of(scenario).Single().High);
    }

    [Fact]
    public void A_price_with_a_demand_curve_moves_the_conversion()
    {
        var scenario = WithDemand with
        {
            Segments = [WithDemand.Segments[0] with { Revenue = new Subscription(Between(90, 110)) }],
        };
        var bar = Tornado.Of(scenario).Single();
        // α = 0.35 at 90 and 0.25 at 110.
        Assert.Equal(0.35m * 10_000 * 50 - 150_000, decimal.Round(bar.ProfitAtLow, 6));
        Assert.Equal(0.25m * 10_000 * 70 - 150_000, decimal.Round(bar.ProfitAtHigh, 6));
    }

    [Fact]
    public void Elasticities_are_those_of_the_textbook()
    {
        var elasticities = Elasticities.Of(Known)!.ToDictionary(entry => entry.Path.Split('/')[^1]);
        Assert.Equal(6, elasticities["conversion"].OfProfit, 9);
        Assert.Equal(6, elasticities["potentialCustomers"].OfProfit, 9);
        Assert.Equal(10, elasticities["price"].OfProfit, 9);
        Assert.Equal(-3, elasticities["variableCost"].OfProfit, 9);
        Assert.Equal(-1, elasticities["retentionCost"].OfProfit, 9);
        Assert.Equal(-5, elasticities["amount"].OfProfit, 9);
        Assert.True(elasticities["price"].ConversionHeld);
        Assert.False(elasticities["conversion"].ConversionHeld);
    }

    [Fact]
    public void Conversion_follows_a_price_that_moves()
    {
        // dP/dp = N·(α + (p − c)·dα/dp) = 10,000·(0.3 − 60·0.005) = 0: the price is the best already.
        var price = Elasticities.Of(WithDemand)!.Single(entry => entry.Path.EndsWith("/price", StringComparison.Ordinal));
        Assert.Equal(0, price.OfProfit, 6);
        Assert.False(price.ConversionHeld);
    }

    [Fact]
    public void Of_a_loss_more_of_what_is_good_is_still_above_zero()
    {
        var elasticities = Elasticities.Of(Examples.Losing)!;
        Assert.True(elasticities.Single(entry => entry.Path.EndsWith("/conversion", StringComparison.Ordinal)).OfProfit > 0);
        Assert.True(elasticities.Single(entry => entry.Path == "variableCost").OfProfit < 0);
    }

    [Fact]
    public void Without_profit_nothing_is_a_percentage_of_it() =>
        Assert.Null(Elasticities.Of(Scenario.Blank("Empty", Currency.Of("EUR"), Period.Month)));

    private static Scenario Known { get; } = Examples.OneSegment(0.3m, 10_000, 100, 30, 150_000) with { RetentionCost = 10 };

    private static Scenario WithDemand { get; } = Known with
    {
        Segments = [Known.Segments[0] with { Demand = new LinearDemand(0.8m, -0.005m) }],
    };

    private static Scenario Uncertain { get; } = Known with
    {
        VariableCost = Between(25, 38, 30),
        RetentionCost = Between(5, 15),
        FixedCosts = [Known.FixedCosts[0] with { Amount = Between(120_000, 165_000, 150_000) }],
        Segments =
        [
            Known.Segments[0] with
            {
                PotentialCustomers = Between(8_000, 12_000),
                Conversion = Between(0.25, 0.35),
                Revenue = new Subscription(Between(90, 110)),
            },
        ],
    };

    /// <summary>Uniform, with these P10 and P90.</summary>
    private static Estimate Between(double p10, double p90, decimal? value = null)
    {
        var tail = (p90 - p10) / 8;
        var distribution = new UniformDistribution(p10 - tail, p90 + tail);
        return new Estimate(value ?? new Estimate(distribution).Value, distribution);
    }
}
