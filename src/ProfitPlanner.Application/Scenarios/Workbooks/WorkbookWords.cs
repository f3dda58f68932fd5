using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios.Workbooks;

/// <summary>The words of a workbook, in the reader's language.</summary>
/// <param name="Name">A number of the scenario as people call it, by its path.</param>
public sealed record WorkbookWords(Func<string, string> Name)
{
    public required string ProfitSheet { get; init; }

    public required string InputsSheet { get; init; }

    public required string StepsSheet { get; init; }

    public required string What { get; init; }

    public required string Value { get; init; }

    public required string Unit { get; init; }

    /// <summary>What an uncertain number may be, of the number.</summary>
    public required string Range { get; init; }

    /// <summary>As in 'euros per month', of an input.</summary>
    public required Func<ScenarioInput, string> UnitOf { get; init; }

    /// <summary>An uncertain number as it is typed.</summary>
    public required Func<ScenarioInput, string> RangeOf { get; init; }

    /// <summary>'Up to', of tiers, and 'price', of measured points.</summary>
    public required string StepFrom { get; init; }

    /// <summary>'Unit price', of tiers, and 'conversion', of measured points.</summary>
    public required string StepValue { get; init; }

    /// <summary>What a step adds to the price or to the conversion.</summary>
    public required string StepAdds { get; init; }

    public required string Tier { get; init; }

    public required string Point { get; init; }

    public required string Segment { get; init; }

    public required string PotentialCustomers { get; init; }

    public required string Conversion { get; init; }

    public required string RevenuePerCustomer { get; init; }

    public required string VariableCost { get; init; }

    public required string RetentionCost { get; init; }

    public required string Customers { get; init; }

    public required string Revenue { get; init; }

    public required string Contribution { get; init; }

    public required string FixedCost { get; init; }

    public required string Total { get; init; }

    public required string Profit { get; init; }

    /// <summary>Which cells may be changed, and how they come back.</summary>
    public required string Advice { get; init; }
}
