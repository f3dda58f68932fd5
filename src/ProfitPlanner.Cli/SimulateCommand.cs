using System.CommandLine;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Cli;

/// <summary>What the profit may be.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var defaults = new SimulationOptions();
        var trials = CountOption.Create("--trials", "How often the uncertain numbers are drawn.", SimulationOptions.MostTrials, defaults.Trials);
        var seed = new Option<int>("--seed") { Description = "Which draws: the same seed gives the same result.", DefaultValueFactory = _ => defaults.Seed };
        return PlanCommand.Create(
            "simulate", "Mean, quantiles and probability of the profit.",
            (scenario, parsed) => Result(scenario, defaults with { Trials = parsed.GetValue(trials), Seed = parsed.GetValue(seed) }),
            trials, seed);
    }

    private static object Result(Scenario scenario, SimulationOptions options)
    {
        // Correlations that cannot hold at once are a problem of the plan, and have been refused with it.
        var result = (SimulationResult)Simulation.Run(scenario, options);
        var names = new InputNames(scenario);
        return new
        {
            result.Mean,
            result.StandardError,
            result.StandardDeviation,
            result.P5,
            result.P10,
            result.P25,
            result.P50,
            result.P75,
            result.P90,
            result.P95,
            result.ProbabilityOfProfit,
            result.ExpectedShortfall,
            result.Trials,
            result.Seed,
            result.Method,
            Currency = scenario.Currency.Code,
            scenario.Period,
            Inputs = result.Inputs.Select(input => new { Path = names.Of(input.Path), input.Clamped }),
            result.Histogram,
        };
    }
}
