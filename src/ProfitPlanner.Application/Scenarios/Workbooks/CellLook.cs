namespace ProfitPlanner.Application.Scenarios.Workbooks;

/// <summary>How a cell shows its value.</summary>
internal enum CellLook
{
    Plain,
    Heading,

    /// <summary>What a program reads and a person need not.</summary>
    Quiet,

    Number,
    Money,
    Share,

    /// <summary>A number that may be changed.</summary>
    NumberInput,
    MoneyInput,
    ShareInput,

    /// <summary>The line that sums up.</summary>
    Total,
}
