using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ProfitPlanner.Web.Texts;

/// <summary>
/// Numbers as people type or paste them: 1,234.5 · 20% · 0.2 · $99 · 10k · 1.5万 · full-width digits. The decimal
/// point is a point in both languages of the app.
/// </summary>
internal static partial class NumberReader
{
    public static bool TryRead(string? text, out decimal number) => TryRead(text, out number, out _);

    /// <summary>
    /// A share of 1. With a percent sign, or above 1, it is a percentage: 20%, 20 and 0.2 are the same share.
    /// </summary>
    public static bool TryReadShare(string? text, out decimal share)
    {
        if (!TryRead(text, out share, out var isPercentage))
            return false;
        if (!isPercentage && share > 1)
            share /= 100;
        return true;
    }

    private static bool TryRead(string? text, out decimal number, out bool isPercentage)
    {
        number = 0;
        isPercentage = false;
        // Compatibility forms: full-width digits, signs and spaces become plain ones.
        var match = Shape().Match((text ?? "").Normalize(NormalizationForm.FormKC).Replace('\u2212', '-'));
        if (!match.Success
            || !decimal.TryParse(match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number))
            return false;
        decimal unit = match.Groups["unit"].Value switch
        {
            "k" or "K" => 1_000,
            "m" or "M" => 1_000_000,
            "万" => 10_000,
            "亿" => 100_000_000,
            _ => 1,
        };
        isPercentage = match.Groups["percent"].Success;
        try
        {
            number = number * unit / (isPercentage ? 100 : 1);
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    // A comma is a group separator only where groups are of three: "1,5" is refused rather than guessed at.
    [GeneratedRegex(@"^\s*(?:[A-Z]{3}|[^\w\s.,+\-%])?\s*(?<number>[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?<=\d\.?))\s*(?<unit>[kKmM万亿])?\s*(?<percent>%)?\s*$")]
    private static partial Regex Shape();
}
