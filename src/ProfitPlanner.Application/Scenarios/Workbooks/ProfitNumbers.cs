using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios.Workbooks;

/// <summary>The numbers that the profit of a period is worked out from: not those of months, and no lists.</summary>
internal static class ProfitNumbers
{
    public static IEnumerable<ScenarioInput> Of(Scenario scenario) =>
        scenario.Inputs().Where(input => !input.Path.StartsWith("projection/", StringComparison.Ordinal) && !input.Path.Contains("/lifecycle/", StringComparison.Ordinal))
            .Concat(scenario.Segments.SelectMany(Further))
            // Those of a segment together.
            .GroupBy(input => string.Join('/', input.Path.Split('/').Take(2))).SelectMany(group => group);

    // Numbers that cannot be uncertain.
    private static IEnumerable<ScenarioInput> Further(Segment segment)
    {
        var path = $"segments/{segment.Id}";
        if (segment.Revenue is PerVolume { Mode: TierMode.Package } volume)
            yield return new($"{path}/revenue/packageSize", volume.PackageSize, Measure.Count, ScenarioLimits.PackageSize, ScenarioLimits.Quantity);
        if (segment.Demand is LogitDemand { Ceiling: var logit })
            yield return new($"{path}/demand/ceiling", logit, Measure.Share, 0, 1);
        if (segment.Demand is LognormalDemand { Ceiling: var lognormal })
            yield return new($"{path}/demand/ceiling", lognormal, Measure.Share, 0, 1);
    }
}
