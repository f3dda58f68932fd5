using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// Which uncertain numbers move the profit most, one at a time. Source: docs/modelling/value-of-information.md, "Tornado".
/// </summary>
public static class Tornado
{
    private const double Low = 0.1;
    private const double High = 0.9;

    /// <summary>
    /// A bar for each uncertain number, the widest first; equals stay in the scenario's order. The scenario has no
    /// <see cref="Validation.Problems"/>.
    /// </summary>
    public static IReadOnlyList<TornadoBar> Of(Scenario scenario)
    {
        var profit = new OneAtATime(scenario);
        return
        [
            .. scenario.UncertainInputs()
                .Select(input => (Input: input, Low: ValueAt(input, Low), High: ValueAt(input, High)))
                .Select(at => new TornadoBar(at.Input.Path, at.Low, at.High, profit.At(at.Input, at.Low), profit.At(at.Input, at.High)))
                .OrderByDescending(bar => bar.Swing),
        ];
    }

    private static decimal ValueAt(ScenarioInput input, double probability) =>
        (decimal)Math.Clamp(input.Estimate.Distribution!.Quantile(probability), (double)input.Least, (double)input.Most);
}
