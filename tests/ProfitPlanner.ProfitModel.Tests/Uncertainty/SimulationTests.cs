using CsCheck;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Tests.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Uncertainty;

public sealed class SimulationTests
{
    [Theory]
    [InlineData(SamplingMethod.Sobol)]
    [InlineData(SamplingMethod.PseudoRandom)]
    public void The_mean_and_the_variance_of_a_product_are_the_closed_form(SamplingMethod method)
    {
        var result = UncertainScenarios.Product.Simulated(new SimulationOptions { Method = method });

        Assert.InRange(result.Mean, 120_000 - 4 * result.StandardError, 120_000 + 4 * result.StandardError);
        Assert.Equal(1, result.StandardDeviation * result.StandardDeviation / 1_993_481_481.4815, 0.02);
    }

    [Fact]
    public void The_error_of_independent_draws_is_the_deviation_over_the_root_of_their_number()
    {
        var result = UncertainScenarios.Product.Simulated(new SimulationOptions { Method = SamplingMethod.PseudoRandom, Trials = 10_000 });

        Assert.Equal(result.StandardDeviation / 100, result.StandardError, 1e-9);
    }

    [Fact]
    public void Sobol_points_err_far_less()
    {
        var sobol = UncertainScenarios.Product.Simulated();
        var random = UncertainScenarios.Product.Simulated(new SimulationOptions { Method = SamplingMethod.PseudoRandom });

        Assert.True(sobol.StandardError < random.StandardError / 10);
    }

    [Fact]
    public void A_normal_profit_has_the_risk_of_the_normal_distribution()
    {
        var result = UncertainScenarios.GoOrNot.Simulated(new SimulationOptions { Trials = 1 << 17 });

        Assert.Equal(20_000, result.Mean, tolerance: 5.0);
        Assert.Equal(0.3445782584, 1 - result.ProbabilityOfProfit, 0.0005);
        Assert.Equal(20_000 - 50_000 * 1.6448536270, result.P5, tolerance: 150.0);
        Assert.Equal(20_000, result.P50, tolerance: 100.0);
        Assert.Equal(20_000 + 50_000 * 1.2815515655, result.P90, tolerance: 150.0);
        // The mean below the 5 % quantile of a normal: μ − σ·φ(z)/0.05.
        Assert.Equal(20_000 - 50_000 * 0.1031356404 / 0.05, result.ExpectedShortfall, tolerance: 200.0);
    }

    [Theory]
    [InlineData(SamplingMethod.Sobol)]
    [InlineData(SamplingMethod.PseudoRandom)]
    public void The_number_of_threads_leaves_no_trace(SamplingMethod method)
    {
        var scenario = UncertainScenarios.Correlated(0.5m);
        var options = new SimulationOptions { Trials = 30_001, Method = method };
        var results = Enumerable.Range(0, 3).Select(power => 1 << power).Select(threads => Of(scenario.Simulated(options with { MaxDegreeOfParallelism = threads }))).ToList();

        Assert.Equal(results[0], results[1]);
        Assert.Equal(results[0], results[2]);
        Assert.Equal(results[0], Of(scenario.Simulated(options)));
    }

    [Theory]
    [InlineData(SamplingMethod.Sobol)]
    [InlineData(SamplingMethod.PseudoRandom)]
    public void Another_seed_gives_another_result(SamplingMethod method)
    {
        var options = new SimulationOptions { Trials = 1_000, Method = method };

        Assert.NotEqual(
            UncertainScenarios.Product.Simulated(options).Mean, UncertainScenarios.Product.Simulated(options with { Seed = -2 }).Mean);
    }

    [Fact]
    public void A_plan_without_uncertain_numbers_has_one_result()
    {
        var result = Examples.Check.Simulated();

        Assert.Equal(40_000, result.Mean, 1e-9);
        Assert.All([result.P5, result.P50, result.P95, result.ExpectedShortfall], quantile => Assert.Equal(result.Mean, quantile));
        Assert.Equal(0, result.StandardDeviation);
        Assert.Equal(0, result.StandardError);
        Assert.Equal(1, result.ProbabilityOfProfit);
        Assert.Equal(result.Trials, Assert.Single(result.Histogram.Bins).Count);
    }

    [Fact]
    public void Quantiles_rise_and_every_trial_is_in_the_histogram() =>
        Generate.ScenarioWithSegments.Sample(scenario =>
        {
            scenario = Uncertain(scenario);
            var result = scenario.Simulated(new SimulationOptions { Trials = 500 });
            double[] rising = [result.ExpectedShortfall, result.P5, result.P10, result.P25, result.P50, result.P75, result.P90, result.P95];
            Assert.Equal(rising.Order(), rising);
            Assert.Equal(500, result.Histogram.Below + result.Histogram.Above + result.Histogram.Bins.Sum(bin => bin.Count));
            Assert.InRange(result.ProbabilityOfProfit, 0, 1);
        }, iter: 200);

    [Fact]
    public void Draws_outside_the_range_are_told()
    {
        var scenario = Examples.Check with
        {
            Segments = [Examples.Check.Segments[0] with { Conversion = new Estimate(new NormalDistribution(0.2, 0.121592)) }],
        };

        // Φ(−0.2/0.121592) = 0.05.
        Assert.Equal(0.05, Assert.Single(scenario.Simulated().Inputs).Clamped, 0.001);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(1_025)]
    public void Any_number_of_trials_is_done(int trials)
    {
        var result = UncertainScenarios.Product.Simulated(new SimulationOptions { Trials = trials });

        Assert.Equal(trials, result.Histogram.Below + result.Histogram.Above + result.Histogram.Bins.Sum(bin => bin.Count));
        Assert.Equal(trials == 1, double.IsNaN(result.StandardError));
    }

    [Fact]
    public void More_inputs_than_Sobol_dimensions_are_drawn_too()
    {
        var result = UncertainScenarios.Mixed(300).Simulated(new SimulationOptions { Trials = 2_000 });
        var mean = UncertainScenarios.Mixed(300).Segments.Sum(segment =>
            (double)(segment.Conversion.Value * segment.PotentialCustomers * (segment.Revenue.PerCustomer - segment.VariableCost!.Value.Value)));

        Assert.Equal(1_200, result.Inputs.Count);
        Assert.InRange(result.Mean, mean - 5 * result.StandardError, mean + 5 * result.StandardError);
    }

    [Fact]
    public void Progress_rises_to_one()
    {
        var told = new Told();
        Simulation.Run(UncertainScenarios.Product, null, told, TestContext.Current.CancellationToken);

        Assert.Equal(told.Shares.Order(), told.Shares);
        Assert.Equal(1, told.Shares[^1]);
    }

    [Fact]
    public void It_can_be_cancelled_on_the_way()
    {
        using var cancel = new CancellationTokenSource();
        var told = new Told(cancel.Cancel);

        Assert.Throws<OperationCanceledException>(() =>
            Simulation.Run(UncertainScenarios.Product, new SimulationOptions { Trials = 1_000_000 }, told, cancel.Token));
        Assert.DoesNotContain(1, told.Shares);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(SimulationOptions.MostTrials + 1)]
    public void Trials_beyond_the_limits_are_a_fault_of_the_caller(int trials) =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Simulation.Run(UncertainScenarios.Product, new SimulationOptions { Trials = trials }, cancellationToken: TestContext.Current.CancellationToken));

    private static Scenario Uncertain(Scenario scenario) => scenario with
    {
        Segments =
        [
            .. scenario.Segments.Select(segment => segment with
            {
                Conversion = new Estimate(new BetaDistribution(2, 5)),
                VariableCost = new Estimate(new TriangularDistribution(1, 2, 50)),
                RetentionCost = new Estimate(new EmpiricalDistribution([1, 4, 2])),
            }),
        ],
    };

    // Bit for bit, lists included.
    private static string Of(SimulationResult result) => System.Text.Json.JsonSerializer.Serialize(result);

    private sealed class Told(Action? then = null) : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value)
        {
            Shares.Add(value);
            then?.Invoke();
        }
    }
}
