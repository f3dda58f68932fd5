namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>The period that all amounts of a scenario refer to.</summary>
public enum Period
{
    /// <summary>One calendar month.</summary>
    Month,

    /// <summary>Three months.</summary>
    Quarter,

    /// <summary>Twelve months.</summary>
    Year,
}
