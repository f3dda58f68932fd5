using System.CommandLine;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Cli;

/// <summary>Which numbers move the profit.</summary>
internal static class SensitivityCommand
{
    public static Command Create() =>
        PlanCommand.Create("sensitivity", "Which numbers move the profit, and by how much.", (scenario, _) => Result(scenario));

    private static object Result(Scenario scenario)
    {
        var names = new InputNames(scenario);
        return new
        {
            scenario.Evaluate().Profit,
            Currency = scenario.Currency.Code,
            scenario.Period,
            Tornado = Tornado.Of(scenario).Select(bar => new { Path = names.Of(bar.Path), bar.Low, bar.High, bar.ProfitAtLow, bar.ProfitAtHigh, bar.Swing }),
            Sobol = SobolIndices.Of(scenario) switch
            {
                SobolResult sobol => (object)new
                {
                    Inputs = sobol.Inputs.Select(index => OfIndex(index, names)),
                    Guesses = OfIndex(sobol.Guesses, names),
                    sobol.Variance,
                },
                // Shares of the variance are told of independent numbers only, and where there is any.
                SobolOutcome none => new { ((NoSobolIndices)none).Reason },
            },
            Elasticities = Elasticities.Of(scenario)?.Select(each => new { Path = names.Of(each.Path), each.OfProfit, each.ConversionHeld }),
        };
    }

    private static object OfIndex(SobolIndex index, InputNames names) => new
    {
        Paths = index.Paths.Select(names.Of),
        index.First,
        index.FirstError,
        index.Total,
        index.TotalError,
    };
}
