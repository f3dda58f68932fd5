namespace ProfitPlanner.ProfitModel.Projection;

/// <summary>How long money lasts. Source: docs/modelling/projection.md, "Runway".</summary>
public static class Runway
{
    /// <summary>Cash / net burn [months]; null where nothing is burnt.</summary>
    /// <param name="cash">Now [currency].</param>
    /// <param name="netBurn">Cost − revenue [currency per month].</param>
    public static double? Months(double cash, double netBurn) => netBurn > 0 ? Math.Max(0, cash) / netBurn : null;

    /// <summary>
    /// When the cash falls below zero [months], within a month as though it went evenly; null where it never does.
    /// </summary>
    /// <param name="cash">Cash at the beginning, and after each month [currency].</param>
    public static double? Of(ReadOnlySpan<double> cash)
    {
        for (var month = 0; month < cash.Length; month++)
        {
            if (cash[month] < 0)
                return month == 0 ? 0 : month - 1 + cash[month - 1] / (cash[month - 1] - cash[month]);
        }
        return null;
    }

    /// <summary>Cash at the beginning and after each month, with revenue that grows after each [currency].</summary>
    /// <param name="cash">At the beginning [currency].</param>
    /// <param name="cost">Cost [currency per month].</param>
    /// <param name="revenue">Revenue of the first month [currency per month].</param>
    /// <param name="growth">Growth of the revenue [1 per month].</param>
    /// <param name="months">How far to look [months], at least 0.</param>
    public static IReadOnlyList<double> Cash(double cash, double cost, double revenue, double growth, int months)
    {
        var path = new double[months + 1];
        path[0] = cash;
        for (var month = 1; month <= months; month++, revenue *= 1 + growth)
            path[month] = path[month - 1] + revenue - cost;
        return path;
    }
}
