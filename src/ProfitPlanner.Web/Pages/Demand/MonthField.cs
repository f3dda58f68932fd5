using System.Globalization;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>Months as addresses and fields have them: <c>2026-03</c>.</summary>
internal static class MonthField
{
    /// <returns>Whether it is empty or a month that another one follows: what ends with the last there is cannot be reckoned with.</returns>
    public static bool TryRead(string? text, out DateOnly? month)
    {
        month = null;
        if (string.IsNullOrWhiteSpace(text))
            return true;
        if (!DateOnly.TryParseExact(text.Trim(), "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var known) || known.Year == DateOnly.MaxValue.Year)
            return false;
        month = known;
        return true;
    }
}
