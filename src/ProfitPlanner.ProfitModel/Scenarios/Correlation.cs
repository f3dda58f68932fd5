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

    /// <summary>
    /// Spearman's ρ = 6/π·arcsin(r/2) of two normal numbers with Pearson's correlation r [1], to six digits.
    /// Source: docs/modelling.md, "Correlated inputs".
    /// </summary>
    public static decimal RankOf(double correlation) => Math.Round((decimal)(6 / Math.PI * Math.Asin(correlation / 2)), 6);
}
