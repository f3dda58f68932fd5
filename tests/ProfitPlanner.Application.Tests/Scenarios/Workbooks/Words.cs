using ProfitPlanner.Application.Scenarios.Workbooks;

namespace ProfitPlanner.Application.Tests.Scenarios.Workbooks;

internal static class Words
{
    /// <summary>English, with paths for names.</summary>
    public static WorkbookWords Plain { get; } = new(path => path)
    {
        ProfitSheet = "Profit",
        InputsSheet = "Inputs",
        StepsSheet = "Steps",
        What = "Number",
        Value = "Value",
        Unit = "Unit",
        Range = "May be",
        UnitOf = input => input.Measure.ToString(),
        RangeOf = input => input.Estimate.Distribution!.ToString(),
        StepFrom = "Up to / price",
        StepValue = "Unit price / conversion",
        StepAdds = "Adds",
        Tier = "tier",
        Point = "point",
        Segment = "Segment",
        PotentialCustomers = "Potential customers",
        Conversion = "Conversion rate",
        RevenuePerCustomer = "Revenue per customer",
        VariableCost = "Variable cost",
        RetentionCost = "Retention cost",
        Customers = "Customers",
        Revenue = "Revenue",
        Contribution = "Contribution",
        FixedCost = "Fixed cost",
        Total = "Together",
        Profit = "Profit",
        Advice = "Change the other sheets.",
    };
}
