using System.CommandLine;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Cli;

/// <summary>Profit, what leads to it, and where it becomes zero.</summary>
internal static class EvaluateCommand
{
    public static Command Create() =>
        PlanCommand.Create("evaluate", "Profit, revenue, costs and break-even of a plan.", (scenario, _) => Result(scenario));

    private static object Result(Scenario scenario)
    {
        var result = scenario.Evaluate();
        return new
        {
            result.Profit,
            result.Revenue,
            result.Customers,
            result.VariableCost,
            result.RetentionCost,
            result.Contribution,
            result.FixedCost,
            result.ContributionMargin,
            result.ProfitMargin,
            Currency = result.Currency.Code,
            result.Period,
            result.Segments,
            BreakEven = new
            {
                CommonFactor = BreakEven.CommonFactor(scenario),
                Segments = scenario.Segments.Zip(BreakEven.OfSegments(scenario), OfSegment),
            },
        };
    }

    private static object OfSegment(Segment segment, SegmentBreakEven point) =>
        new { segment.Id, segment.Name, point.Conversion, point.PotentialCustomers, point.Price };
}
