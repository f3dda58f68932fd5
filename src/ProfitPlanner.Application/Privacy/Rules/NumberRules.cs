using System.Buffers;

namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>Numbers that are somebody's: long ones unless they are an amount or a date, and shorter ones that a word speaks of.</summary>
internal static class NumberRules
{
    private const int DigitsOfAnIdentifier = 5;
    private const int DigitsAfterCue = 3;
    private const int DigitsAfterUnspecificCue = 4;

    // Words between a cue and its number.
    private const int Reach = 5;
    private const int Near = 3;

    // Of more words no number is the answer to a question.
    private const int WordsOfAnAnswer = 12;

    private const int MostGroups = 8;

    // An amount that is spoken of as one; longer numbers are identifiers all the same.
    private const int MostAmountDigits = 7;

    // "(977) 625-2661", "+49 30-123456".
    private static readonly SearchValues<char> WithinNumbers = SearchValues.Create(" -().–");

    private static readonly Lexicon BeforeYears = new("in since of year until by from after before january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec fy q1 q2 q3 q4");

    // What a cue may say in place of a kind.
    private const string Amount = "amount";

    private static readonly Lexicon Pointing = new("is are was for as");

    public static void Find(RuleText text, List<PersonalSpan> found)
    {
        for (var i = 0; i < text.Count; i++)
            if (text[i].IsNumber)
                i = Read(text, i, found);
    }

    /// <returns>The last word that was looked at.</returns>
    private static int Read(RuleText text, int first, List<PersonalSpan> found)
    {
        var (cue, distance) = CueOf(text, first);
        var last = LastOf(text, first, cue is not (null or "" or Amount));
        Span<char> digits = stackalloc char[40];
        var count = Digits(text, first, last, digits);
        if (!IsIdentifier(text, first, last, digits[..Math.Min(count, digits.Length)], count, cue, distance))
            return last;
        var start = text[first].Start;
        while (start > 0 && text.Text[start - 1] is '+' or '(' or '#')
            start--;
        var isInternational = start < text[first].Start && text.Text.AsSpan(start, text[first].Start - start).Contains('+');
        found.Add(new PersonalSpan(start, text[last].End, KindOf(text, first, last, digits[..Math.Min(count, digits.Length)], isInternational, cue)));
        return last;
    }

    /// <returns>A kind; "" for some number; <see cref="Amount"/>; null where nothing speaks of it. And how many words away.</returns>
    private static (string? Kind, int Distance) CueOf(RuleText text, int first)
    {
        if (NumberCues.KindBefore(text.Text, text[first].Start) is { } chinese)
            return (chinese, 1);
        (string?, int) unspecific = (null, 0);
        for (var i = first - 1; i >= Math.Max(0, first - Reach) && !text.EndsSentence(i); i--)
        {
            var word = text.Word(i);
            if (NumberCues.KindOf(word) is { } kind)
                return (kind, first - i);
            if (unspecific.Item1 is null && first - i <= Near && NumberCues.Amounts.Has(word))
                return (Amount, first - i);
            if (unspecific.Item1 is null && NumberCues.Unspecific.Has(word))
                unspecific = ("", first - i);
        }
        // "1718 are the last four of my account".
        if (first + 1 < text.Count && Pointing.Has(text.Word(first + 1)) && !text.EndsSentence(first))
            for (var i = first + 2; i < Math.Min(text.Count, first + 2 + Reach) && !text.EndsSentence(i - 1); i++)
                if (NumberCues.KindOf(text.Word(i)) is { } kind)
                    return (kind, Near);
        return unspecific.Item1 is null && text.Asked.Number is { } asked && text.Count <= WordsOfAnAnswer ? (asked, Near) : unspecific;
    }

    private static int LastOf(RuleText text, int first, bool isCued)
    {
        Span<int> groups = stackalloc int[MostGroups];
        var count = 0;
        var (last, together) = (first, first);
        while (count < MostGroups && last < text.Count && text[last].IsNumber && text[last].Digits == text[last].End - text[last].Start)
        {
            groups[count++] = text[last].Digits;
            if (count > 1 && (isCued || NumberShapes.BelongTogether(groups[..count])))
                together = last;
            if (last + 1 >= text.Count || text.Gap(last) is not { Length: <= 3 } gap || gap.ContainsAnyExcept(WithinNumbers))
                break;
            last++;
        }
        return together;
    }

    private static int Digits(RuleText text, int first, int last, Span<char> digits)
    {
        var count = 0;
        for (var i = text[first].Start; i < text[last].End; i++)
            if (char.IsDigit(text.Text[i]))
            {
                if (count < digits.Length)
                    digits[count] = (char)('0' + (int)char.GetNumericValue(text.Text[i]));
                count++;
            }
        return count;
    }

    private static bool IsIdentifier(RuleText text, int first, int last, ReadOnlySpan<char> digits, int count, string? cue, int distance)
    {
        var word = text.Word(first);
        var isSpecific = cue is not (null or "" or Amount);
        if (first == last && (NumberShapes.IsDateOrTime(word) || IsPriced(text, first) || (!isSpecific && NumberShapes.IsAmount(word))))
            return false;
        if (isSpecific && first == last && IsYear(digits) && (distance > 1 || BeforeYears.Has(text.Word(first - 1))))
            return false;
        if (isSpecific)
            return count >= (distance <= Near ? DigitsAfterCue : DigitsAfterUnspecificCue) && !(distance > 1 && IsCounted(text, last));
        if (IsYear(digits) || IsYears(text, first, last))
            return false;
        if (cue == Amount)
            return count > MostAmountDigits;
        if (first == last && (IsRange(word) || NumberShapes.IsCompactDate(digits) || IsCounted(text, last)))
            return false;
        return count >= (cue is null ? DigitsOfAnIdentifier : DigitsAfterUnspecificCue);
    }

    private static string KindOf(RuleText text, int first, int last, ReadOnlySpan<char> digits, bool isInternational, string? cue)
    {
        var isSpecific = cue is not (null or "" or Amount);
        if (isInternational && NumberShapes.IsPhone(digits, isInternational: true))
            return PersonalKind.Phone;
        if (NumberShapes.IsIdentityCard(digits))
            return PersonalKind.Ssn;
        if (isSpecific)
            return cue!;
        if (NumberShapes.IsCard(digits))
            return PersonalKind.Card;
        var written = text.Text.AsSpan(text[first].Start, text[last].End - text[first].Start);
        if (digits.Length == 9 && written.Length == 11 && written[3] == written[6] && !char.IsDigit(written[3]) && !char.IsDigit(written[6]))
            return PersonalKind.Ssn;
        return (first < last || written.ContainsAny('-', '.')) && digits.Length is >= 7 and <= 12 || NumberShapes.IsPhone(digits, isInternational: false)
            ? PersonalKind.Phone
            : PersonalKind.Number;
    }

    private static bool IsYear(ReadOnlySpan<char> digits) => digits.Length == 4 && digits is ['1', '9', ..] or ['2', '0', ..];

    private static bool IsYears(RuleText text, int first, int last)
    {
        Span<char> digits = stackalloc char[4];
        for (var i = first; i <= last; i++)
            if (text[i].Digits != 4 || Digits(text, i, i, digits) != 4 || !IsYear(digits))
                return false;
        return true;
    }

    // "100-200"; "555-1234" is a telephone.
    private static bool IsRange(ReadOnlySpan<char> word) => word.IndexOf('-') is var dash and >= 0 and <= 3 && word.Length - dash - 1 <= 3 && word.Count('-') == 1;

    private static bool IsPriced(RuleText text, int index)
    {
        var word = text[index];
        var left = text.Text.AsSpan(0, word.Start).TrimEnd(' ');
        var right = text.Text.AsSpan(word.End).TrimStart(' ');
        return (left.Length > 0 && char.GetUnicodeCategory(left[^1]) == System.Globalization.UnicodeCategory.CurrencySymbol)
            || (right.Length > 0 && (right[0] is '%' or '元' or '块' or '万' or '人' or '个' or '件' or '张' or '次' or '天' or '年' or '月' or '日' or '岁' or '米' or '分'
                || char.GetUnicodeCategory(right[0]) == System.Globalization.UnicodeCategory.CurrencySymbol));
    }

    private static bool IsCounted(RuleText text, int last) => last + 1 < text.Count && !text.EndsSentence(last) && NumberCues.Units.Has(text.Word(last + 1));
}
