namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// The bounds of a valid scenario. They are far beyond any business, and chosen so that no sum or product of the
/// model leaves the range of decimal: 10,000 segments · 10¹⁰ customers · 3·10¹² per customer is below 10²⁷.
/// </summary>
public static class ScenarioLimits
{
    /// <summary>Length of a name [characters].</summary>
    public const int Name = 200;

    /// <summary>Length of the notes [characters].</summary>
    public const int Notes = 10_000;

    /// <summary>Length of a provenance's reason [characters].</summary>
    public const int Reason = 2_000;

    /// <summary>Segments of a scenario, and lines of fixed cost [entries].</summary>
    public const int Entries = 10_000;

    /// <summary>Tiers of a price [entries].</summary>
    public const int Tiers = 100;

    /// <summary>Any price, cost, or revenue per customer [currency].</summary>
    public const decimal Money = 1_000_000_000_000;

    /// <summary>Customers, units, calls, impressions [count].</summary>
    public const decimal Quantity = 10_000_000_000;

    /// <summary>The smallest step between prices [currency].</summary>
    public const decimal PriceStep = 0.000_001m;

    /// <summary>
    /// How much of a distribution may lie outside its number's range [1]; that part counts as the range's end.
    /// </summary>
    public const double Outside = 0.05;

    /// <summary>The strongest rank correlation, of either sign [1].</summary>
    public const decimal RankCorrelation = 0.999m;

    /// <summary>The longest plan, and shares of a retention curve [months].</summary>
    public const int Months = 120;

    /// <summary>The longest that customers take to pay [months].</summary>
    public const int PaymentDelay = 12;

    /// <summary>The highest rate of discount or growth [1 per year], and overhead [1].</summary>
    public const decimal YearlyRate = 10;

    /// <summary>The fastest decline of a market [1 per year].</summary>
    public const decimal YearlyDecline = -0.99m;

    /// <summary>Uncertain numbers that are correlated with any other [entries].</summary>
    public const int Correlated = 200;

    /// <summary>How far from impossible the correlations are that take the place of impossible ones [1].</summary>
    internal const double LeastEigenvalue = 0.002;

    /// <summary>The smallest package [units].</summary>
    public const decimal PackageSize = 0.001m;
}
