using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Pricing;

internal static class DemandChanges
{
    /// <summary>
    /// Gives a segment another demand curve, or none. What moved together with the old curve's numbers says nothing of
    /// the new one's, and is taken away.
    /// </summary>
    public static IEnumerable<ScenarioChange> ToDemand(this Scenario scenario, Guid segment, PriceDemand? demand)
    {
        var path = $"segments/{segment}/demand";
        return scenario.Correlations
            .Where(pair => pair.First.StartsWith($"{path}/", StringComparison.Ordinal) || pair.Second.StartsWith($"{path}/", StringComparison.Ordinal))
            .Select(pair => ScenarioChange.To<Correlation>($"correlations/{pair.Id}", null))
            .Prepend(ScenarioChange.To(path, demand));
    }
}
