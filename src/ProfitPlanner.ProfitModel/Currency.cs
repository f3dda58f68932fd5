using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace ProfitPlanner.ProfitModel;

/// <summary>
/// A currency by its alphabetic code of ISO 4217. Amounts of different currencies are never added up.
/// Only currencies that people pay with: no funds (CLF, UYW …), metals (XAU …), accounting units or test codes.
/// Source: ISO 4217 list one; the state of January 2026 (BGN gave way to EUR, ANG to XCG, ZWL to ZWG).
/// </summary>
[JsonConverter(typeof(CurrencyJsonConverter))]
public sealed record Currency
{
    private static readonly string[] TwoDecimals =
    [
        "AED", "AFN", "ALL", "AMD", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BMD", "BND", "BOB", "BRL",
        "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CNY", "COP", "CRC", "CUP", "CVE", "CZK", "DKK", "DOP",
        "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD", "GTQ", "GYD", "HKD", "HNL",
        "HTG", "HUF", "IDR", "ILS", "INR", "IRR", "JMD", "KES", "KGS", "KHR", "KPW", "KYD", "KZT", "LAK", "LBP", "LKR",
        "LRD", "LSL", "MAD", "MDL", "MGA", "MKD", "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN",
        "NAD", "NGN", "NIO", "NOK", "NPR", "NZD", "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "RUB",
        "SAR", "SBD", "SCR", "SDG", "SEK", "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB",
        "TJS", "TMT", "TOP", "TRY", "TTD", "TWD", "TZS", "UAH", "USD", "UYU", "UZS", "VED", "VES", "WST", "XCD", "XCG",
        "YER", "ZAR", "ZMW", "ZWG",
    ];

    private static readonly string[] NoDecimals =
    [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    ];

    private static readonly string[] ThreeDecimals = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    private static readonly Dictionary<string, Currency> ByCode =
        NoDecimals.Select(code => new Currency(code, 0))
            .Concat(TwoDecimals.Select(code => new Currency(code, 2)))
            .Concat(ThreeDecimals.Select(code => new Currency(code, 3)))
            .ToDictionary(currency => currency.Code, StringComparer.Ordinal);

    private Currency(string code, int decimals) => (Code, Decimals) = (code, decimals);

    /// <summary>Alphabetic code of ISO 4217 [three capital letters].</summary>
    public string Code { get; }

    /// <summary>Digits after the decimal point of the smallest unit [digits]: JPY 0, EUR 2, KWD 3. Source: ISO 4217.</summary>
    public int Decimals { get; }

    /// <summary>Every known currency, sorted by code.</summary>
    public static IReadOnlyList<Currency> All { get; } =
        [.. ByCode.Values.OrderBy(currency => currency.Code, StringComparer.Ordinal)];

    /// <summary>The currency of a code [three capital letters].</summary>
    /// <exception cref="ArgumentException">The code is not an active currency of ISO 4217.</exception>
    public static Currency Of(string code) =>
        TryOf(code, out var currency)
            ? currency
            : throw new ArgumentException($"'{code}' is not an active currency of ISO 4217.", nameof(code));

    /// <summary>The currency of a code [three capital letters], or false where there is none.</summary>
    public static bool TryOf([NotNullWhen(true)] string? code, [NotNullWhen(true)] out Currency? currency)
    {
        currency = null;
        return code is not null && ByCode.TryGetValue(code, out currency);
    }

    /// <summary>
    /// An amount [this currency] to its smallest unit, half away from zero: what people check by hand and what
    /// invoices do. The even rule of banks avoids a bias of sums of rounded amounts, and none are formed here:
    /// the model adds unrounded amounts, rounding is for showing.
    /// </summary>
    public decimal Round(decimal amount) => decimal.Round(amount, Decimals, MidpointRounding.AwayFromZero);

    /// <summary>The code.</summary>
    public override string ToString() => Code;
}
