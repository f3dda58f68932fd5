using CsCheck;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Tests.Projection;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

/// <summary>The worked examples of docs/modelling/haircuts.md, and what must hold of any.</summary>
public class HaircutTests
{
    [Fact]
    public void Nothing_taken_off_is_the_same_scenario() =>
        GeneratePlans.Scenario.Sample(scenario => Assert.Same(scenario, new Haircut().Of(scenario)));

    [Fact]
    public void Fewer_buy_of_every_segment() =>
        // 0.14 · 10,000 · 70 − 100,000.
        Assert.Equal(-2_000, new Haircut { Conversion = 0.3m }.Of(Examples.Check).Evaluate().Profit);

    [Theory, MemberData(nameof(Demands))]
    public void Fewer_buy_at_every_price_and_the_best_price_is_the_same(PriceDemand demand)
    {
        var scenario = Examples.Check with { Segments = [Examples.Check.Segments[0] with { Demand = demand }] };
        var less = new Haircut { Conversion = 0.3m }.Of(scenario);

        var (before, after) = (PriceResponse.Of(scenario, scenario.Segments[0].Id, 50), PriceResponse.Of(less, scenario.Segments[0].Id, 50));
        Assert.All(before.Points.Zip(after.Points), pair => Assert.Equal((double)(0.7m * pair.First.Conversion), (double)pair.Second.Conversion, 1e-12));
        Assert.Equal((double)scenario.OptimisePrices().Segments[0].BestPrice, (double)less.OptimisePrices().Segments[0].BestPrice, 1e-6);
        Assert.Equal(0.3, before.Points[10].Conversion == 0 ? 0.3 : 1 - (double)(after.Points[10].Conversion / before.Points[10].Conversion), 1e-9);
    }

    public static TheoryData<PriceDemand> Demands() =>
    [
        new LinearDemand(1.2m, -0.008m), new ConstantElasticityDemand(400, 1.8m), new LogitDemand(3, -0.04m) { Ceiling = 0.9m },
        new LognormalDemand(4.4m, 0.6m), new EmpiricalDemand([new(20, 0.9m), new(80, 0.4m), new(200, 0.05m)]),
    ];

    [Fact]
    public void An_uncertain_conversion_keeps_its_shape()
    {
        var scenario = Examples.Check with
        {
            Segments = [Examples.Check.Segments[0] with { Conversion = new Estimate(new BetaDistribution(20, 80)) }],
        };

        var (before, after) = (Simulate(scenario), Simulate(new Haircut { Conversion = 0.3m }.Of(scenario)));

        // Contribution is P + 100,000, and 0.7 of it is left in every trial.
        Assert.Equal(0.7 * (before.Mean + 100_000), after.Mean + 100_000, 1e-6);
        Assert.Equal(0.7 * (before.P10 + 100_000), after.P10 + 100_000, 1e-6);
        Assert.Equal(0.7 * before.StandardDeviation, after.StandardDeviation, 1e-6);
    }

    [Fact]
    public void More_leave_each_month()
    {
        var result = new Haircut { Churn = 0.05m }.Of(Plans.Growing).Project();

        // C(t) = 0.9·C(t − 1) + 100.
        Assert.Equal(1_000 * (1 - Math.Pow(0.9, 12)), result.Months[11].CustomersEnd, 1e-9);
        Assert.Equal(600, result.Summary.Economics!.LifetimeValue!.Value, 1e-9);
    }

    [Fact]
    public void Of_those_who_stayed_by_a_retention_curve_more_leave_too()
    {
        var scenario = Plans.With(new Lifecycle { Retention = [0.8m, 0.6m, 0.54m] });

        var curve = new Haircut { Churn = 0.1m }.Of(scenario).Segments[0].Lifecycle!.Retention;

        // 0.8, 0.75 and 0.9 stayed; now 0.7, 0.65 and 0.8.
        Assert.Equal([0.7m, 0.455m, 0.364m], curve);
    }

    [Fact]
    public void Customers_who_stayed_for_good_leave()
    {
        var months = new Haircut { Churn = 0.1m }.Of(Examples.Check).Project().Months;

        Assert.Equal([1_800, 1_620, 1_458], months.Take(3).Select(month => Math.Round(month.CustomersEnd, 9)));
    }

    [Fact]
    public void Sales_by_channels_begin_later_while_costs_run()
    {
        var result = new Haircut { MonthsLater = 3 }.Of(Plans.Growing).Project();

        // The first profit was in month 8, the trough after month 7; three months of 40,000 come before.
        Assert.Equal(11, result.Summary.BreakEvenMonth);
        Assert.Equal(-127_790.96490625 - 3 * 40_000, result.Summary.LowestCumulativeProfit, 1e-6);
        Assert.Equal(Plans.Growing.Project().Months[20].CustomersEnd, result.Months[23].CustomersEnd, 1e-9);
    }

    [Fact]
    public void Customers_who_were_there_from_the_first_month_come_later()
    {
        var months = new Haircut { MonthsLater = 3 }.Of(Examples.Check).Project().Months;

        Assert.Equal([-100_000, -100_000, -100_000, 40_000, 40_000], months.Take(5).Select(month => Math.Round(month.Profit, 6)));
        Assert.Equal((2_000, 200_000), (months[3].NewCustomers, months[3].NewMrr));
    }

    [Fact]
    public void Direct_sales_come_later_and_customers_that_are_there_stay()
    {
        var direct = Examples.Check with { Segments = [Examples.Check.Segments[0] with { Revenue = new DirectSale(100) }] };
        var opened = Examples.Check with { Segments = [Examples.Check.Segments[0] with { Lifecycle = new Lifecycle { OpeningCustomers = 500 } }] };
        var haircut = new Haircut { MonthsLater = 2 };

        Assert.Equal([0, 0, 2_000, 2_000], haircut.Of(direct).Project().Months.Take(4).Select(month => Math.Round(month.Buyers, 6)));
        Assert.Equal([500, 500, 500], haircut.Of(opened).Project().Months.Take(3).Select(month => Math.Round(month.CustomersEnd, 6)));
    }

    [Fact]
    public void Each_lowers_the_profit_of_a_plan_or_keeps_it() =>
        Gen.Select(GeneratePlans.Scenario, Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 24]).Sample((scenario, conversion, churn, months) =>
        {
            AssertLowers(new Haircut { Conversion = conversion / 100m }, Simple(scenario));
            AssertLowers(new Haircut { Churn = churn / 100m }, Simple(scenario));
            // New customers leave by the curve, and those who had been there all along by its end.
            AssertLowers(new Haircut { MonthsLater = months }, Simple(scenario, withCurves: false));
        });

    [Fact]
    public void Months_still_add_up() =>
        Gen.Select(GeneratePlans.Scenario, Gen.Int[0, 100], Gen.Int[0, 100], Gen.Int[0, 24]).Sample((scenario, conversion, churn, later) =>
        {
            var result = new Haircut { Conversion = conversion / 100m, Churn = churn / 100m, MonthsLater = later }.Of(scenario).Project();
            Assert.All(result.Months, month =>
            {
                AssertClose(month.CustomersEnd, month.CustomersBegin + month.NewCustomers - month.LostCustomers);
                AssertClose(month.MrrEnd, month.MrrBegin + month.NewMrr + month.ExpansionMrr - month.ContractionMrr - month.ChurnedMrr);
                AssertClose(month.CustomersEnd, result.Cohorts.Where(cohort => cohort.Month <= month.Month).Sum(cohort => cohort.Customers[month.Month - cohort.Month]));
            });
        });

    private static void AssertLowers(Haircut haircut, Scenario scenario)
    {
        var (before, after) = (scenario.Project().Summary.Profit, haircut.Of(scenario).Project().Summary.Profit);
        Assert.True(after <= before + 1e-6 * (1 + Math.Abs(before)), $"{haircut} made {after} of {before}.");
    }

    private static SimulationResult Simulate(Scenario scenario) => Assert.IsType<SimulationResult>(
        Simulation.Run(scenario, new SimulationOptions { Trials = 2_000 }, progress: null, TestContext.Current.CancellationToken));

    // Without what makes a customer who leaves or comes later worth more: losses on each, prices that move, costs of
    // winning them, taxes on a good beginning, a market that was full at the time.
    private static Scenario Simple(Scenario scenario, bool withCurves = true) => scenario with
    {
        VariableCost = 0,
        Segments =
        [
            .. scenario.Segments.Select(segment => segment with
            {
                VariableCost = 0,
                Lifecycle = segment.Lifecycle is { } life
                    ? new Lifecycle { Churn = life.Churn, Retention = withCurves ? life.Retention : [], Expansion = life.Expansion }
                    : null,
            }),
        ],
        Projection = scenario.Projection! with
        {
            MarketGrowth = 0,
            TaxRate = 0,
            Channels = [.. scenario.Projection.Channels.Select(channel => channel with { CostPerContact = 0 })],
        },
    };

    private static void AssertClose(double expected, double actual) => Assert.Equal(expected, actual, 1e-9 * (1e6 + Math.Abs(expected)));
}
