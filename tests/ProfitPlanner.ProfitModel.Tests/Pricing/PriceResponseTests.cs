using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Pricing;

public class PriceResponseTests
{
    private static readonly Scenario s_example = Priced.Of(
        150_000, Priced.Segment(10_000, Priced.Logit(4, -0.05m), 100), Priced.Segment(100, null, 60, conversion: 0.5m));

    [Fact]
    public void Every_point_is_what_the_model_gives_there()
    {
        var response = PriceResponse.Of(s_example, s_example.Segments[0].Id, 13);

        Assert.Equal(13, response.Points.Count);
        Assert.All([.. response.Points, response.Current, response.Best!.Value], point =>
        {
            var result = At(s_example, point.Price).Evaluate();
            Assert.Equal(result.Profit, point.Profit);
            Assert.Equal(result.Segments[0].Contribution, point.Contribution);
            Assert.Equal(result.Segments[0].Conversion, point.Conversion);
        });
    }

    [Fact]
    public void The_axis_shows_today_the_best_and_what_is_about_as_good()
    {
        var response = PriceResponse.Of(s_example, s_example.Segments[0].Id, 2);

        Assert.Equal([0, 120], response.Points.Select(point => point.Price));
        Assert.Equal(100, response.Current.Price);
        Assert.Equal(80, response.Best!.Value.Price, 12);
    }

    [Fact]
    public void Nothing_is_shown_beyond_the_last_measured_price()
    {
        var scenario = Priced.Of(0, Priced.Segment(100, new EmpiricalDemand([new(10, 0.9m), new(95, 0.1m)]), 50));

        Assert.Equal(95, PriceResponse.Of(scenario, scenario.Segments[0].Id, 5).Points[^1].Price);
    }

    [Fact]
    public void Without_demand_there_is_a_line_and_no_best_price()
    {
        var response = PriceResponse.Of(s_example, s_example.Segments[1].Id, 3);

        Assert.Null(response.Best);
        Assert.Equal(NoOptimum.FixedDemand, response.Optimum.Reason);
        Assert.All(response.Points, point => Assert.Equal(0.5m, point.Conversion));
    }

    [Fact]
    public void The_profit_curve_follows_demand()
    {
        var curve = ProfitCurve.Of(s_example, s_example.Segments[0].Id, Lever.Price, 11);

        Assert.All(curve.Points, point => Assert.Equal(At(s_example, point.X).Evaluate().Profit, point.Profit));
        Assert.Equal(s_example.Evaluate().Profit, curve.CurrentProfit);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(100)]
    public void The_nearest_price_to_todays_without_profit_is_the_break_even(int today)
    {
        var scenario = At(s_example, today);
        var price = ProfitCurve.Of(scenario, scenario.Segments[0].Id, Lever.Price, 11).BreakEven.Value!.Value;

        Assert.Equal(0, (double)At(scenario, price).Evaluate().Profit, 1e-7);
        Assert.Equal(today > 80, price > 80);
    }

    [Theory]
    [InlineData(50, 60.72065212974157)]
    [InlineData(110, 103.44939159591891)]
    public void Below_and_above_the_best_price_there_is_a_break_even(int today, double price)
    {
        var scenario = Priced.Of(150_000, Priced.Segment(10_000, Priced.Logit(4, -0.05m), today));

        Assert.Equal(price, (double)BreakEven.OfSegment(scenario, scenario.Segments[0].Id).Price.Value!.Value, 1e-9);
    }

    [Theory]
    [InlineData(300_000, 10_000, Unreachable.NoMargin)]
    [InlineData(300_000, 0, Unreachable.NoCustomers)]
    [InlineData(0, 0, Unreachable.AlwaysZero)]
    public void Where_no_price_covers_the_rest_a_reason_is_told(int fixedCost, int customers, Unreachable reason)
    {
        var scenario = Priced.Of(fixedCost, Priced.Segment(customers, Priced.Logit(4, -0.05m), 100));

        Assert.Equal(reason, BreakEven.OfSegment(scenario, scenario.Segments[0].Id).Price.Reason);
    }

    [Fact]
    public void Where_the_others_carry_every_price_it_is_covered()
    {
        var scenario = Priced.Of(0, Priced.Segment(100, Priced.Logit(4, -0.05m), 100), Priced.Segment(10_000, null, 100, conversion: 1));

        Assert.Equal(Unreachable.AlreadyCovered, BreakEven.OfSegment(scenario, scenario.Segments[0].Id).Price.Reason);
    }

    private static Scenario At(Scenario scenario, decimal price) => scenario with
    {
        Segments = [scenario.Segments[0] with { Revenue = new Subscription(price) }, .. scenario.Segments.Skip(1)],
    };
}
