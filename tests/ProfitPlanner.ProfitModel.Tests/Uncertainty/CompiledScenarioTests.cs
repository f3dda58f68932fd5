using CsCheck;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Tests.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Uncertainty;

public sealed class CompiledScenarioTests
{
    public static TheoryData<PriceDemand> Demands =>
    [
        new LinearDemand(0.9m, -0.005m),
        new ConstantElasticityDemand(6.4m, 1.5m),
        new LogitDemand(4, -0.05m) { Ceiling = 0.8m },
        new LognormalDemand(4.2m, 0.5m) { Ceiling = 0.9m },
        new EmpiricalDemand([new(10, 0.5m), new(50, 0.3m), new(200, 0.05m)]),
    ];

    [Fact]
    public void It_is_the_profit_model() =>
        Generate.Scenario.Sample(scenario => AgreesWithTheModel(scenario, CompiledScenario.Of(scenario)));

    [Fact]
    public void With_a_column_for_every_number_it_is_the_profit_model_too() =>
        Generate.Scenario.Sample(scenario => AgreesWithTheModel(scenario, CompiledScenario.Of(scenario, scenario.Inputs())));

    [Theory]
    [MemberData(nameof(Demands))]
    public void A_demand_curve_gives_the_conversion(PriceDemand demand)
    {
        var scenario = Examples.Check with
        {
            Segments = [Examples.Check.Segments[0] with { Demand = demand, Revenue = new PerUse(10, 8) }],
        };

        AgreesWithTheModel(scenario, CompiledScenario.Of(scenario));
        AgreesWithTheModel(scenario, CompiledScenario.Of(scenario, scenario.Inputs()));
        AgreesWithTheModel(scenario, CompiledScenario.Of(scenario, [.. scenario.Inputs().Where(input => input.Path.Contains("revenue", StringComparison.Ordinal))]));
    }

    [Fact]
    public void A_block_is_its_trials_one_by_one()
    {
        var scenario = UncertainScenarios.Mixed(3) with { FixedCosts = [Examples.FixedCost(0) with { Amount = new Estimate(new UniformDistribution(1, 9_000)) }] };
        scenario = scenario with
        {
            Segments =
            [
                .. scenario.Segments,
                scenario.Segments[0] with
                {
                    Id = Guid.NewGuid(),
                    Demand = new LogitDemand(new Estimate(new NormalDistribution(4, 0.2)), -0.05m),
                    Revenue = new ApiService(new Estimate(new UniformDistribution(10, 20)), 100, new Estimate(new UniformDistribution(50, 200)), 0.1m),
                },
            ],
        };
        var model = CompiledScenario.Of(scenario);
        var sampler = new InputSampler(model.Inputs, RankCorrelations.Of(scenario), new SimulationOptions { Trials = 101, Method = SamplingMethod.PseudoRandom });
        var columns = sampler.NewColumns();
        sampler.Fill(sampler.Blocks[0], columns);
        var profits = new double[101];
        model.Profit(columns, 101, profits);

        for (var trial = 0; trial < profits.Length; trial++)
        {
            double[] values = [.. Enumerable.Range(0, model.Inputs.Count).Select(input => columns.Column(input)[trial])];
            Assert.Equal(model.ProfitAt(values), profits[trial]);
        }
    }

    [Fact]
    public void A_value_outside_its_range_counts_as_the_end()
    {
        var model = CompiledScenario.Of(UncertainScenarios.Product);

        Assert.Equal(model.ProfitAt([10_000, 1, 60]), model.ProfitAt([10_000, 1.5, 60]));
    }

    private static void AgreesWithTheModel(Scenario scenario, CompiledScenario model)
    {
        var result = scenario.Evaluate();
        var scale = (double)(result.Revenue + result.VariableCost + result.RetentionCost + result.FixedCost);
        Assert.Equal((double)result.Profit, model.ProfitAtBase, 1e-12 * scale);
    }
}
