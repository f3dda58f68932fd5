using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>Words with digits that are nobody's: prices, dates, times, percentages, "500gb", "1st". They stay readable whatever the model says.</summary>
internal static partial class HarmlessRules
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789.,");

    private static readonly Lexicon Units = new(
        "am pm st nd rd th k m b bn gb mb tb kb kg g mg ml l cl cm mm km ft in inch inches oz lb lbs hz khz mhz ghz w kw kwh v mah day days hr hrs hour hours min mins minute minutes sec secs second seconds week weeks month months year years usd eur gbp rmb cny inr px p dpi fps x mbps gbps kbps bit bits pcs pack packs mp hp");

    private static readonly Lexicon Versions = new("version release build firmware update v ios android windows macos");

    private const int DigitsOfAVersion = 4;

    // Words between a cue and what it says of a code.
    private const int Near = 3;

    /// <summary>Whether a word with digits is one.</summary>
    public static bool Has(RuleText text, int index) => text[index].IsNumber
        ? IsPriced(text, index) || NumberShapes.IsDateOrTime(text.Word(index)) || NumberShapes.IsAmount(text.Word(index)) || IsVersion(text, index) || IsDay(text, index)
        : text[index].IsMixed && (IsMeasure(text.Word(index)) || DayOrTime().IsMatch(text.Word(index)) || (IsOrdinary(text.Word(index)) && CodeRules.Cue(text, index, Near) is null));

    // "office365", "24-hour", "2-for-1".
    private static bool IsOrdinary(ReadOnlySpan<char> word)
    {
        foreach (var range in word.SplitAny('-', '_', '.', '&', '\''))
        {
            var part = word[range];
            var head = part.TrimEnd("0123456789");
            var letters = head.Length < part.Length ? head : part.TrimStart("0123456789");
            if (part.Length - letters.Length > DigitsOfAVersion || (letters.Length > 0 && !WordLists.IsOrdinary(letters) && !Units.Has(letters)))
                return false;
        }
        return true;
    }

    private static bool IsMeasure(ReadOnlySpan<char> word) => word.IndexOfAnyExcept(Digits) is var letters and > 0 && Units.Has(word[letters..].TrimStart('-'));

    // "2.3.1"; longer ones where the word before says so.
    private static bool IsVersion(RuleText text, int index) =>
        text.Word(index) is var word && word.Contains('.') && ((word.Count('.') > 1 && text[index].Digits <= DigitsOfAVersion) || (index > 0 && Versions.Has(text.Word(index - 1))));

    private static bool IsDay(RuleText text, int index) => NumberShapes.IsCompactDate(text.Word(index)) && NumberCue.Of(text, index).Kind is null;

    private static bool IsPriced(RuleText text, int index)
    {
        var left = text.Text.AsSpan(0, text[index].Start).TrimEnd(' ');
        var right = text.Text.AsSpan(text[index].End).TrimStart(' ');
        return (left.Length > 0 && IsCurrency(left[^1])) || (right.Length > 0 && (IsCurrency(right[0]) || right[0] is '%' or '％' or '元' or '块' or '万' or '人' or '个' or '件' or '张' or '次' or '天' or '年' or '月' or '日' or '岁' or '米' or '折' or '分'));
    }

    private static bool IsCurrency(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol;

    [GeneratedRegex(@"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z?|[0-9]{1,2}(?:st|nd|rd|th)?-?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-?(?:[0-9]{2,4})?|(?:q[1-4]|fy|h[12])-?(?:[0-9]{2}|[0-9]{4})|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-?[0-9]{1,4}|[0-9:]{3,5}(?:am|pm|h))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex DayOrTime();
}
