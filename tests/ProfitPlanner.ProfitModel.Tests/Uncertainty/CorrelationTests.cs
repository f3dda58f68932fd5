using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Uncertainty;

public sealed class CorrelationTests
{
    [Theory]
    [InlineData(0.7)]
    [InlineData(-0.95)]
    [InlineData(0.1)]
    public void Draws_have_the_rank_correlation_that_was_asked_for(double rank)
    {
        var scenario = UncertainScenarios.Correlated((decimal)rank);
        var (first, second) = Draws(scenario, 0, 1);

        Assert.Equal(rank, MathNet.Numerics.Statistics.Correlation.Spearman(first, second), 0.01);
    }

    [Fact]
    public void Correlation_leaves_each_distribution_as_it_is()
    {
        var scenario = UncertainScenarios.Correlated(0.7m);
        var (first, second) = Draws(scenario, 0, 1);
        var inputs = scenario.UncertainInputs();

        Assert.Equal(inputs[0].Estimate.Distribution!.ExpectedValue, first.Average(), tolerance: 1.0);
        Assert.Equal(inputs[1].Estimate.Distribution!.ExpectedValue, second.Average(), 0.0005);
    }

    [Fact]
    public void What_is_not_correlated_stays_independent()
    {
        var (first, third) = Draws(UncertainScenarios.Correlated(0.7m), 0, 2);

        Assert.Equal(0, MathNet.Numerics.Statistics.Correlation.Spearman(first, third), 0.01);
    }

    [Fact]
    public void The_nearest_matrix_is_that_of_Higham()
    {
        var nearest = NearestCorrelation.Of(new double[,] { { 1, 1, 0 }, { 1, 1, 1 }, { 0, 1, 1 } }, 1e-9);

        Assert.Equal(0.7607, nearest[0, 1], 0.00005);
        Assert.Equal(0.7607, nearest[1, 2], 0.00005);
        Assert.Equal(0.1573, nearest[0, 2], 0.00005);
        Assert.Equal(1, nearest[1, 1]);
    }

    [Fact]
    public void Impossible_correlations_are_refused_with_the_nearest_possible_ones()
    {
        var scenario = UncertainScenarios.Impossible();
        var refusal = Assert.IsType<InvalidCorrelations>(Simulation.Run(scenario, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal([0.9m, 0.9m, -0.9m], refusal.Given.Select(pair => pair.Rank));
        Assert.Equal(3, refusal.Nearest.Count);
        var repaired = scenario with
        {
            Correlations =
            [
                .. refusal.Nearest.Select(pair => new Correlation { Id = Guid.NewGuid(), First = pair.First, Second = pair.Second, Rank = pair.Rank }),
            ],
        };
        Assert.Empty(repaired.Problems());
        Assert.IsType<SimulationResult>(Simulation.Run(repaired, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Validation_finds_impossible_correlations() =>
        Assert.Equal([new ScenarioProblem("correlations", ProblemKind.NotPositiveDefinite)], UncertainScenarios.Impossible().Problems());

    [Fact]
    public void Correlations_of_a_number_that_is_known_are_passed_over()
    {
        var scenario = UncertainScenarios.Impossible();
        var known = scenario with { Segments = [scenario.Segments[0] with { Conversion = 0.2m }] };

        Assert.Empty(known.Problems());
        Assert.Equal(2, known.Simulated().Inputs.Count);
    }

    [Fact]
    public void Of_more_correlated_numbers_than_the_limit_none_is_simulated()
    {
        var scenario = UncertainScenarios.Mixed(60);
        var inputs = scenario.UncertainInputs();
        scenario = scenario with { Correlations = [.. inputs.Skip(1).Select(input => UncertainScenarios.Pair(inputs[0], input, 0.01m))] };

        Assert.Equal([new ScenarioProblem("correlations", ProblemKind.TooMany, 200)], scenario.Problems());
    }

    private static (double[] First, double[] Second) Draws(Scenario scenario, int first, int second)
    {
        var inputs = scenario.UncertainInputs();
        var sampler = new InputSampler(inputs, RankCorrelations.Of(scenario), new SimulationOptions { Trials = 50_000 });
        var columns = sampler.NewColumns();
        var (one, other) = (new List<double>(), new List<double>());
        foreach (var block in sampler.Blocks)
        {
            sampler.Fill(block, columns);
            one.AddRange(columns.Column(first)[..block.Count]);
            other.AddRange(columns.Column(second)[..block.Count]);
        }
        return ([.. one], [.. other]);
    }
}
