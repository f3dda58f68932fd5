using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Web.Pages.Evidence;

/// <summary>What a scenario may come to without a proposal and with it, by the same draws.</summary>
/// <param name="Without">Profit; null where correlations cannot all hold.</param>
/// <param name="With">Profit with the proposal.</param>
/// <param name="CashWithout">Cash by month, where the number counts only over months; else null.</param>
/// <param name="CashWith">Cash by month with the proposal.</param>
public sealed record ProfitComparison(
    Scenario Scenario, SimulationResult? Without, SimulationResult? With, ProjectionFan? CashWithout, ProjectionFan? CashWith)
{
    private const int Trials = 20_000;
    private const int Runs = 1_000;

    /// <param name="isMonthly">Whether the number counts only over months, as churn does.</param>
    public static ProfitComparison Of(Scenario without, Scenario with, bool isMonthly, CancellationToken cancellationToken)
    {
        if (isMonthly)
            return new(with, null, null, ProjectionFan.Of(without, Runs, cancellation: cancellationToken), ProjectionFan.Of(with, Runs, cancellation: cancellationToken));
        SimulationResult? Run(Scenario scenario) =>
            Simulation.Run(scenario, new SimulationOptions { Trials = Trials }, progress: null, cancellationToken) as SimulationResult;
        return new(with, Run(without), Run(with), null, null);
    }
}
