using System.Globalization;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Web.Texts;

/// <summary>Numbers as the reader's culture writes them.</summary>
internal static class Format
{
    // Symbols that cannot be mistaken for another currency's; all others go by their code.
    private static readonly Dictionary<string, string> Symbols = new()
    {
        ["USD"] = "$",
        ["EUR"] = "€",
        ["GBP"] = "£",
        ["CNY"] = "¥",
        ["JPY"] = "JP¥",
        ["INR"] = "₹",
        ["KRW"] = "₩",
    };

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    /// <summary>An amount with the currency's own number of decimals, as in $40,000.00 or −¥1,200.50.</summary>
    public static string Money(decimal amount, Currency currency) =>
        WithSymbol(currency.Round(amount), currency, "N" + currency.Decimals.ToString(CultureInfo.InvariantCulture));

    /// <summary>A price, which may have more decimals than its currency: $0.0025 a call.</summary>
    public static string Price(decimal amount, Currency currency) =>
        WithSymbol(amount, currency, "#,##0." + new string('0', currency.Decimals) + "########");

    public static string Percent(decimal? share) =>
        share is null ? "–" : Minus((share.Value * 100).ToString("#,##0.##", Culture)) + "%";

    /// <summary>A share that was calculated, to a tenth or a hundredth of a percent.</summary>
    public static string Percent(double share, int decimals = 2) => Percent((decimal)Math.Round(share, decimals + 2));

    /// <summary>An amount that was calculated; see <see cref="Money(decimal, Currency)"/>.</summary>
    public static string Money(double amount, Currency currency) => Money((decimal)amount, currency);

    /// <summary>A coefficient to four digits.</summary>
    public static string Digits(double number) => Minus(number.ToString("G4", Culture));

    /// <summary>A count: from a thousand on its fraction says nothing.</summary>
    public static string Number(decimal number) => Minus(number.ToString(Math.Abs(number) < 1000 ? "#,##0.##" : "#,##0", Culture));

    public static string Factor(decimal factor) => "×" + factor.ToString("0.###", Culture);

    /// <summary>A number as it stands in a field: no group separators, nothing rounded off.</summary>
    public static string Field(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A share as it stands in a field.</summary>
    public static string ShareField(decimal share) => Field(share * 100) + "%";

    /// <summary>A number as it stands in a field, with its distribution where it has one.</summary>
    public static string Field(Estimate estimate) => EstimateText.Write(estimate, isShare: false);

    /// <summary>A share as it stands in a field, with its distribution where it has one.</summary>
    public static string ShareField(Estimate share) => EstimateText.Write(share, isShare: true);

    private static string WithSymbol(decimal amount, Currency currency, string format)
    {
        var symbol = Symbols.TryGetValue(currency.Code, out var s) ? s : currency.Code + "\u00a0";
        return (amount < 0 ? "\u2212" : "") + symbol + Math.Abs(amount).ToString(format, Culture);
    }

    // The true minus sign: as wide as a plus and read out as one.
    private static string Minus(string number) => number.Replace('-', '\u2212');
}
