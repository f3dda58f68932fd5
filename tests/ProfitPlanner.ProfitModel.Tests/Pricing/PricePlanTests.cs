using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Pricing;

/// <summary>The worked examples of docs/modelling/pricing.md, "All segments", "Capacity" and "One price for all".</summary>
public class PricePlanTests
{
    [Fact]
    public void The_best_price_and_what_todays_leaves_on_the_table_are_told()
    {
        var scenario = Priced.Of(150_000, Priced.Segment(10_000, Priced.Logit(4, -0.05m), 100));
        var plan = scenario.OptimisePrices();
        var segment = Assert.Single(plan.Segments);

        Assert.Equal(80, segment.BestPrice, 12);
        Assert.Equal(0.5m, segment.Conversion, 12);
        Assert.Equal(200_000, segment.Contribution, 8);
        Assert.Equal(50_000, plan.Profit, 8);
        Assert.Equal(scenario.Evaluate().Profit, plan.CurrentProfit);
        Assert.Equal(plan.Profit - plan.CurrentProfit, segment.LeftOnTheTable);
        Assert.Equal(segment.LeftOnTheTable, plan.LeftOnTheTable);
    }

    [Fact]
    public void The_plan_brings_what_the_model_gives_at_its_prices()
    {
        var scenario = Priced.TwoKinds;
        var plan = scenario.OptimisePrices();
        var repriced = scenario with
        {
            Segments = [.. scenario.Segments.Zip(plan.Segments, (segment, price) => segment with { Revenue = segment.Revenue.At(price.BestPrice)! })],
        };

        Assert.Equal([80m, 323.0405307613m], plan.Segments.Select(segment => Math.Round(segment.BestPrice, 10)));
        Assert.Equal(246_608.1061522523m, plan.Profit, 9);
        Assert.Equal(repriced.Evaluate().Profit, plan.Profit);
    }

    [Fact]
    public void A_segment_without_a_best_price_keeps_todays()
    {
        var plan = Priced.Of(
            0,
            Priced.Segment(100, null, 99, conversion: 0.2m),
            Priced.Segment(100, new ConstantElasticityDemand(0.5m, 0.8m), 98),
            Priced.Segment(100, new LinearDemand(0.3m, -0.01m), 97),
            Priced.Segment(100, Priced.Logit(4, -0.05m), 0) with { Revenue = new PerUse(0, 5) },
            Priced.Segment(100, Priced.Logit(4, -0.05m), 96) with { PriceRange = new PriceRange(90, 98, 10, 9) }).OptimisePrices();

        Assert.Equal(
            [NoOptimum.FixedDemand, NoOptimum.NoFinitePrice, NoOptimum.NeverProfitable, NoOptimum.NothingSold, NoOptimum.NoAllowedPrice],
            plan.Segments.Select(segment => segment.Reason!.Value));
        Assert.Equal([99, 98, 97, 0, 96], plan.Segments.Select(segment => segment.BestPrice));
        Assert.Equal(0, plan.LeftOnTheTable);
    }

    [Fact]
    public void A_place_that_is_short_raises_the_price_until_all_fit()
    {
        // α(p)·10,000 = 3,000 where 4 − 0.05·p = ln(0.3/0.7); one more customer lets the price fall by 1/(0.05·10,000·0.3·0.7).
        var scenario = Priced.Of(0, Priced.Segment(10_000, Priced.Logit(4, -0.05m), 80)) with { Capacities = [Priced.Capacity(3_000)] };
        var plan = scenario.OptimisePrices();

        Assert.Equal(96.945957, (double)plan.Segments[0].BestPrice, 1e-6);
        Assert.Equal(3_000, plan.Capacities[0].Customers, 6);
        Assert.True(plan.Capacities[0].Customers <= 3_000);
        Assert.Equal(96.945957 - 40 - 3_000 / (0.05 * 10_000 * 0.3 * 0.7), (double)plan.Capacities[0].ShadowPrice, 1e-5);
        Assert.Equal((double)plan.Segments[0].BestPrice, plan.Segments[0].Flat!.Value.Lowest, 1e-9);
    }

    [Fact]
    public void The_shadow_price_is_what_one_more_place_brings()
    {
        decimal Profit(decimal limit) => (Priced.TwoKinds with { Capacities = [Priced.Capacity(limit)] }).OptimisePrices().Profit;

        var plan = (Priced.TwoKinds with { Capacities = [Priced.Capacity(2_000)] }).OptimisePrices();

        Assert.Equal((double)(Profit(2_000.5m) - Profit(1_999.5m)), (double)plan.Capacities[0].ShadowPrice, 1e-4);
        Assert.True(plan.Profit < Priced.TwoKinds.OptimisePrices().Profit);
    }

    [Fact]
    public void Where_places_are_left_one_more_is_worth_nothing()
    {
        var plan = (Priced.TwoKinds with { Capacities = [Priced.Capacity(6_000)] }).OptimisePrices();

        Assert.Equal(0, plan.Capacities[0].ShadowPrice);
        Assert.Equal(80, plan.Segments[0].BestPrice, 12);
    }

    [Fact]
    public void Several_capacities_are_all_kept()
    {
        Segment[] segments =
        [
            Priced.Segment(10_000, Priced.Logit(4, -0.05m), 80),
            Priced.Segment(5_000, Priced.Logit(5, -0.04m), 80),
            Priced.Segment(8_000, new LinearDemand(0.5m, -0.0025m), 80),
        ];
        var plan = (Priced.Of(0, segments) with
        {
            Capacities = [Priced.Capacity(5_000), Priced.Capacity(2_500, segments[0], segments[1]), Priced.Capacity(900, segments[1])],
        }).OptimisePrices();

        Assert.All(plan.Capacities, capacity => Assert.Equal((double)capacity.Limit, (double)capacity.Customers, capacity.ShadowPrice > 0 ? 1e-6 : 5_000));
        Assert.All(plan.Capacities, capacity => Assert.True(capacity.Customers <= capacity.Limit));
        // At the optimum, each segment's marginal contribution equals the worth of the places it takes.
        for (var i = 0; i < segments.Length; i++)
        {
            var curve = segments[i].Demand!.Curve();
            var price = (double)plan.Segments[i].BestPrice;
            var worth = plan.Capacities.Zip([true, i < 2, i == 1]).Where(pair => pair.Second).Sum(pair => (double)pair.First.ShadowPrice);
            Assert.Equal(worth, price - 40 + curve.At(price) / curve.SlopeAt(price), 1e-6);
        }
    }

    [Fact]
    public void A_limit_that_no_prices_keep_is_told_and_passed_over()
    {
        var fixedOne = Priced.Segment(1_000, null, 80, conversion: 0.5m);
        var bounded = Priced.Segment(1_000, Priced.Logit(4, -0.05m), 80) with { PriceRange = new PriceRange(Highest: 90) };
        var plan = (Priced.Of(0, fixedOne, bounded) with
        {
            Capacities = [Priced.Capacity(400), Priced.Capacity(10, bounded), Priced.Capacity(500, fixedOne)],
        }).OptimisePrices();

        Assert.Equal(
            [CapacityProblem.FixedDemandExceeds, CapacityProblem.HighestPricesExceed, null],
            plan.Capacities.Select(capacity => capacity.Problem));
        Assert.Equal(80, plan.Segments[1].BestPrice, 12);
    }

    [Fact]
    public void Places_that_a_jump_of_the_price_would_leave_are_filled()
    {
        // 900 would buy at 10 and 100 at 100: no λ lets between 100 and 900 buy, but a price does.
        var demand = new EmpiricalDemand([new(50, 0.9m), new(60, 0.1m), new(100, 0.1m), new(101, 0)]);
        var plan = (Priced.Of(0, Priced.Segment(1_000, demand, 50)) with { Capacities = [Priced.Capacity(500)] }).OptimisePrices();

        Assert.True(plan.Capacities[0].Customers <= 500);
        Assert.True(plan.Profit >= 6_000 - 0.001m);
    }

    [Fact]
    public void One_price_for_all_may_have_several_maxima()
    {
        var common = Priced.TwoKinds.OneForAll();

        Assert.Equal([80.81m, 322.83m], common.Maxima.Select(each => Math.Round(each.Price, 2)));
        Assert.Equal([208_066.79m, 46_623.12m], common.Maxima.Select(each => Math.Round(each.Contribution, 2)));
        Assert.Equal(common.Maxima[0].Price, common.Price);
        Assert.Equal(246_608.1061522523m, common.SeparateContribution, 8);
        Assert.Equal(38_541.31m, common.Cost!.Value, 2);
    }

    [Fact]
    public void One_price_for_all_keeps_to_what_each_segment_allows()
    {
        var segments = Priced.TwoKinds.Segments;
        var within = Priced.TwoKinds with
        {
            Segments = [segments[0] with { PriceRange = new PriceRange(Highest: 300) }, segments[1] with { PriceRange = new PriceRange(Lowest: 85, Step: 10, Ending: 9) }],
        };
        var apart = Priced.TwoKinds with
        {
            Segments = [segments[0] with { PriceRange = new PriceRange(Highest: 80) }, segments[1] with { PriceRange = new PriceRange(Lowest: 85) }],
        };

        Assert.Equal(89, within.OneForAll().Price);
        Assert.Equal(NoOptimum.NoAllowedPrice, apart.OneForAll().Reason);
        Assert.Equal(NoOptimum.FixedDemand, Priced.Of(0).OneForAll().Reason);
    }
}
