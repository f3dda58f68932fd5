using CsCheck;
using ProfitPlanner.ProfitModel.Decisions;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Tests.Projection;
using ProfitPlanner.ProfitModel.Tests.Uncertainty;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

public class ScenarioConversionTests
{
    private static readonly Currency Yen = Currency.Of("JPY");

    private static readonly Gen<decimal> Rate = Gen.Int[1, 100_000].Select(hundredths => hundredths / 100m);

    public static TheoryData<PriceDemand> Demands =>
    [
        new LinearDemand(1.1m, -0.004m),
        new ConstantElasticityDemand(6.4m, -1.5m),
        new LogitDemand(3, -0.04m) { Ceiling = 0.8m },
        new LognormalDemand(4, 0.5m) { Ceiling = 0.9m },
        new EmpiricalDemand([new(50, 0.9m), new(90, 0.4m), new(200, 0.1m)]),
    ];

    public static TheoryData<Distribution> Distributions =>
    [
        new NormalDistribution(0.5, 0.1),
        new LognormalDistribution(-1, 0.2),
        new BetaDistribution(3, 4),
        new TriangularDistribution(0.1, 0.2, 0.9),
        new PertDistribution(0.1, 0.2, 0.9),
        new UniformDistribution(0.1, 0.9),
        new QuantilesDistribution(0.1, 0.2, 0.9),
        new EmpiricalDistribution([0.1, 0.7, 0.2]),
    ];

    [Fact]
    public void Profit_and_every_segment_are_worth_the_rate_in_the_other_currency() =>
        Gen.Select(Generate.Scenario, Rate).Sample((scenario, rate) =>
        {
            var (before, converted) = (scenario.Evaluate(), scenario.In(Yen, rate)!);
            var after = converted.Evaluate();
            Assert.Equal(Yen, converted.Currency);
            AssertClose(rate * before.Profit, after.Profit, after);
            AssertClose(rate * before.Revenue, after.Revenue, after);
            AssertClose(rate * before.FixedCost, after.FixedCost, after);
            foreach (var (own, other) in before.Segments.Zip(after.Segments))
            {
                AssertClose(rate * own.Contribution, other.Contribution, after);
                Assert.Equal((own.Id, own.Name, own.Conversion, own.Customers), (other.Id, other.Name, other.Conversion, other.Customers));
            }
        });

    [Fact]
    public void Every_month_of_the_projection_is_worth_the_rate() =>
        Gen.Select(GeneratePlans.Scenario, Rate).Sample((scenario, rate) =>
        {
            foreach (var (before, after) in scenario.Project().Months.Zip(scenario.In(Yen, rate)!.Project().Months))
            {
                AssertClose((double)rate * before.Profit, after.Profit, (double)rate);
                AssertClose((double)rate * before.CashEnd, after.CashEnd, (double)rate);
                AssertClose((double)rate * before.MrrEnd, after.MrrEnd, (double)rate);
                AssertClose((double)rate * before.AcquisitionCost, after.AcquisitionCost, (double)rate);
                AssertClose(before.CustomersEnd, after.CustomersEnd, 1);
            }
        });

    [Fact]
    public void There_and_back_again_is_where_it_began() =>
        Gen.Select(Generate.Scenario, Rate).Sample((scenario, rate) =>
        {
            var back = scenario.In(Yen, rate)!.In(scenario.Currency, 1 / rate)!.Evaluate();
            AssertClose(scenario.Evaluate().Profit, back.Profit, back);
        });

    [Theory]
    [MemberData(nameof(Demands))]
    public void As_many_buy_at_the_same_price_in_either_currency(PriceDemand demand)
    {
        var scenario = Scenario.Blank("Demand", Currency.Of("EUR"), Period.Month) with
        {
            Segments = [Examples.Segment(0.3m, 1_000, 120) with { Demand = demand, PriceRange = new PriceRange(10, 300, 10, 9) }],
        };
        var converted = scenario.In(Yen, 163.4m)!;

        foreach (var price in new[] { 40.0, 75, 120, 180 })
            Assert.Equal(demand.Curve().At(price), converted.Segments[0].Demand!.Curve().At(price * 163.4), 1e-12);
        Assert.Equal(new PriceRange(1_634, 49_020, 1_634, 1_470.6m), converted.Segments[0].PriceRange);
        Assert.Equal(163.4 * (double)scenario.OptimisePrices().Profit, (double)converted.OptimisePrices().Profit, 1e-3);
    }

    [Fact]
    public void An_uncertain_elasticity_cannot_be_carried_over()
    {
        var elasticity = new Estimate(new NormalDistribution(1.5, 0.2));
        var scenario = Examples.Check with { Segments = [Examples.Segment(0.2m, 100, 100) with { Demand = new ConstantElasticityDemand(6.4m, elasticity) }] };

        Assert.Null(scenario.In(Yen, 160));
    }

    [Theory]
    [MemberData(nameof(Distributions))]
    public void What_is_uncertain_stays_as_uncertain(Distribution distribution)
    {
        foreach (var (factor, shift) in new[] { (163.4, 0.0), (1.0, 5.1) })
        {
            var scaled = distribution.Scaled(factor, shift);
            Assert.Empty(scaled.Problems());
            Assert.Equal(factor * distribution.ExpectedValue + shift, scaled.ExpectedValue, 1e-3 * factor);
            Assert.Equal(factor * distribution.StandardDeviation, scaled.StandardDeviation, 3e-3 * factor);
            Assert.Equal(factor * distribution.Quantile(0.1) + shift, scaled.Quantile(0.1), 1e-3 * factor);
            Assert.Equal(factor * distribution.Quantile(0.9) + shift, scaled.Quantile(0.9), 1e-3 * factor);
        }
    }

    [Fact]
    public void A_simulation_with_correlations_is_worth_the_rate()
    {
        var scenario = UncertainScenarios.Correlated(0.6m);
        var (before, after) = (scenario.Simulated(), scenario.In(Yen, 163.4m)!.Simulated());

        Assert.Equal(163.4 * before.Mean, after.Mean, 1e-6 * Math.Abs(after.Mean));
        Assert.Equal(163.4 * before.P10, after.P10, 1e-6 * Math.Abs(after.P10));
        Assert.Equal(before.ProbabilityOfProfit, after.ProbabilityOfProfit);
    }

    [Fact]
    public void What_happened_and_what_is_planned_are_converted_and_where_numbers_come_from_is_kept()
    {
        var scenario = UncertainScenarios.GoOrNot with
        {
            Actuals = [MonthlyActual.Of(new DateOnly(2026, 1, 1)) with { Revenue = 10, VariableCost = 2, FixedCost = 3, Cash = -4, Customers = 5 }],
        };
        var price = scenario.UncertainInputs()[0].Path;
        scenario = scenario with
        {
            Experiments = [new PlannedExperiment { Id = Guid.NewGuid(), Name = "Survey", Input = price, Cost = 100, Noise = 20 }],
            Provenance = new Dictionary<string, Provenance> { [price] = new(ProvenanceKind.Survey, "We asked") },
        };

        var converted = scenario.In(Yen, 160)!;

        Assert.Equal(scenario.Actuals[0] with { Revenue = 1_600, VariableCost = 320, FixedCost = 480, Cash = -640 }, converted.Actuals[0]);
        Assert.Equal(scenario.Experiments[0] with { Cost = 16_000, Noise = 3_200 }, converted.Experiments[0]);
        Assert.Equal(scenario.Provenance, converted.Provenance);
        Assert.Empty(converted.Problems());
    }

    private static void AssertClose(decimal expected, decimal actual, ProfitResult scale) =>
        Assert.InRange(Math.Abs(expected - actual), 0, 1e-12m * Math.Max(1, scale.Revenue + scale.VariableCost + scale.RetentionCost + scale.FixedCost));

    private static void AssertClose(double expected, double actual, double unit) =>
        Assert.Equal(expected, actual, 1e-9 * Math.Max(unit, Math.Abs(expected)));
}
