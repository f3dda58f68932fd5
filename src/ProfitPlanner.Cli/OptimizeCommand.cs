using System.CommandLine;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Cli;

/// <summary>The best price of every segment.</summary>
internal static class OptimizeCommand
{
    public static Command Create() =>
        PlanCommand.Create("optimize", "The best price of every segment with a demand curve.", (scenario, _) => Result(scenario));

    private static object Result(Scenario scenario)
    {
        var plan = scenario.OptimisePrices();
        return new
        {
            plan.Profit,
            plan.CurrentProfit,
            plan.LeftOnTheTable,
            plan.FixedCost,
            Currency = plan.Currency.Code,
            plan.Period,
            Segments = plan.Segments.Select(OfSegment),
            plan.Capacities,
        };
    }

    private static object OfSegment(SegmentPrice segment) => new
    {
        segment.Id,
        segment.Name,
        Price = segment.Reason is null ? segment.BestPrice : (decimal?)null,
        segment.Reason,
        segment.CurrentPrice,
        segment.Conversion,
        segment.Customers,
        Profit = segment.Contribution,
        CurrentProfit = segment.CurrentContribution,
        FlatRegion = segment.Flat is { } flat ? new[] { flat.Lowest, flat.Highest } : null,
        segment.Elasticity,
        segment.Bound,
    };
}
