using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>
/// How steep the profit is in each number where it stands. Source: docs/modelling/value-of-information.md, "Elasticities".
/// </summary>
public static class Elasticities
{
    // Errors: of a smooth curve its square, of the curve's last digits 10⁻¹⁶ over it.
    private const decimal Step = 0.00001m;

    /// <summary>
    /// Of every number, uncertain or not, in the scenario's order; conversion follows a price that moves where there is
    /// a demand curve. Null where the profit is zero. At a kink it is halfway between the two sides'. The scenario has
    /// no <see cref="Validation.Problems"/>.
    /// </summary>
    public static IReadOnlyList<Elasticity>? Of(Scenario scenario)
    {
        var profit = new OneAtATime(scenario);
        if (profit.Profit == 0)
            return null;

        var held = scenario.Segments.Where(segment => segment.Demand is null).Select(segment => $"segments/{segment.Id}/revenue/").ToList();
        return
        [
            .. scenario.Inputs().Select(input => new Elasticity(
                input.Path,
                (double)(Slope(input) / Math.Abs(profit.Profit)),
                held.Exists(path => input.Path.StartsWith(path, StringComparison.Ordinal)))),
        ];

        // x·dP/dx.
        decimal Slope(ScenarioInput input) => input.Estimate.Value is var x && x == 0
            ? 0
            : (profit.At(input, x * (1 + Step)) - profit.At(input, x * (1 - Step))) / (2 * Step);
    }
}
