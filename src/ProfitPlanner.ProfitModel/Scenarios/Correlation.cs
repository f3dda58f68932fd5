namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// Two uncertain numbers that move together. A pair whose numbers are not both uncertain is passed over.
/// Source: docs/modelling.md, "Correlated inputs".
/// </summary>
public sealed record Correlation
{
    /// <summary>Tells pairs apart.</summary>
    public required Guid Id { get; init; }

    /// <summary>Path of the one number (see <see cref="ScenarioChange"/>).</summary>
    public required string First { get; init; }

    /// <summary>Path of the other.</summary>
    public required string Second { get; init; }

    /// <summary>Spearman's rank correlation [1], within −1 and 1 and neither of them.</summary>
    public decimal Rank { get; init; }
}
