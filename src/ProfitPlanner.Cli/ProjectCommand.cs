using System.CommandLine;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Cli;

/// <summary>The plan month by month.</summary>
internal static class ProjectCommand
{
    public static Command Create()
    {
        var months = CountOption.Create("--months", "How far to look; without it as far as the plan says.", ScenarioLimits.Months);
        return PlanCommand.Create(
            "project", "Customers, revenue, profit and cash month by month.",
            (scenario, parsed) => Result(scenario, parsed.GetValue(months)),
            months);
    }

    private static object Result(Scenario scenario, int? months)
    {
        var plan = scenario.Projection ?? new ProjectionPlan();
        var result = (scenario with { Projection = plan with { Months = months ?? plan.Months } }).Project();
        return new { Currency = result.Currency.Code, plan.Start, result.Summary, result.Months, result.Segments, result.Channels };
    }
}
