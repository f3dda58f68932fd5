using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Tests.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Uncertainty;

/// <summary>The worked examples of docs/modelling/uncertainty.md.</summary>
internal static class UncertainScenarios
{
    /// <summary>P = αNm with three uniform numbers: mean 120,000, variance 1,993,481,481.4815.</summary>
    public static Scenario Product { get; } = Of(Examples.Segment(0, 0, 0) with
    {
        Conversion = new Estimate(new UniformDistribution(0.1, 0.3)),
        PotentialCustomers = new Estimate(new UniformDistribution(8_000, 12_000)),
        Revenue = new Subscription(new Estimate(new UniformDistribution(40, 80))),
    });

    /// <summary>P ~ Normal(20,000, 50,000): 100 customers at a normal price.</summary>
    public static Scenario GoOrNot { get; } = Of(Examples.Segment(1, 100, 0) with
    {
        Revenue = new Subscription(new Estimate(new NormalDistribution(1_700, 500))),
    }) with
    { FixedCosts = [Examples.FixedCost(150_000)] };

    /// <summary>A beta, a normal, a log-normal and a triangular number in each segment.</summary>
    public static Scenario Mixed(int segments) => Of([.. Enumerable.Range(0, segments).Select(i => Examples.Segment(0, 0, 0) with
    {
        Conversion = new Estimate(new BetaDistribution(21 + i, 81)),
        PotentialCustomers = new Estimate(new NormalDistribution(10_000, 1_000)),
        Revenue = new Subscription(new Estimate(new LognormalDistribution(4.6, 0.2))),
        VariableCost = new Estimate(new TriangularDistribution(20, 30, 50)),
    })]);

    public static Scenario Correlated(decimal rank)
    {
        var scenario = Mixed(1);
        var inputs = scenario.UncertainInputs();
        return scenario with { Correlations = [Pair(inputs[0], inputs[1], rank)] };
    }

    /// <summary>Three numbers of which the first two and the last two move together, the first and the last apart.</summary>
    public static Scenario Impossible()
    {
        var inputs = Product.UncertainInputs();
        return Product with
        {
            Correlations = [Pair(inputs[0], inputs[1], 0.9m), Pair(inputs[1], inputs[2], 0.9m), Pair(inputs[0], inputs[2], -0.9m)],
        };
    }

    public static Correlation Pair(ScenarioInput first, ScenarioInput second, decimal rank) =>
        new() { Id = Guid.NewGuid(), First = first.Path, Second = second.Path, Rank = rank };

    public static SimulationResult Simulated(this Scenario scenario, SimulationOptions? options = null) =>
        Assert.IsType<SimulationResult>(Simulation.Run(scenario, options, cancellationToken: TestContext.Current.CancellationToken));

    private static Scenario Of(params Segment[] segments) =>
        Scenario.Blank("Uncertain", Currency.Of("EUR"), Period.Month) with { Segments = segments };
}
