namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>One line of the cost that does not depend on customers, C_f.</summary>
public sealed record FixedCost
{
    /// <summary>Tells lines apart when they are renamed or moved.</summary>
    public required Guid Id { get; init; }

    /// <summary>What it is paid for [1 to 200 characters].</summary>
    public required string Name { get; init; }

    /// <summary>How much [currency per period], at least 0.</summary>
    public Estimate Amount { get; init; }
}
