namespace ProfitPlanner.Application.Sharing;

/// <summary>
/// The figures on top of a dashboard, and the version of what each means. A snapshot keeps the versions that it was made
/// with: whoever changes what a figure means raises its version and adds the new words beside the old ones, which stay.
/// </summary>
public static class MetricDefinitions
{
    /// <summary>In the order they are shown; the texts are <c>Definition.{name}.{version}</c>.</summary>
    public static IReadOnlyDictionary<string, int> Current { get; } = new Dictionary<string, int>
    {
        [Profit] = 1,
        [ProbabilityOfProfit] = 1,
        [BreakEven] = 1,
        [Runway] = 1,
        [LowestCash] = 1,
        [RecurringRevenue] = 1,
        [GrossMargin] = 1,
        [ValueToCost] = 1,
        [Payback] = 1,
        [Downside] = 1,
    };

    public const string Profit = "profit";
    public const string ProbabilityOfProfit = "probabilityOfProfit";
    public const string BreakEven = "breakEven";
    public const string Runway = "runway";
    public const string LowestCash = "lowestCash";
    public const string RecurringRevenue = "recurringRevenue";
    public const string GrossMargin = "grossMargin";
    public const string ValueToCost = "valueToCost";
    public const string Payback = "payback";

    /// <summary>The profit that one time in twenty is not reached, and the mean of those times.</summary>
    public const string Downside = "downside";
}
