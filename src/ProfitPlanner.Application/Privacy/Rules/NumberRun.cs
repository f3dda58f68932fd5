using System.Buffers;

namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>Groups of digits that are one number: "(977) 625-2661", "4111 1111 1111 1111".</summary>
/// <param name="First">Its first word.</param>
/// <param name="Last">Its last word.</param>
/// <param name="Start">Its first character, a plus or parenthesis included.</param>
/// <param name="Digits">In ASCII, whichever script they are of.</param>
/// <param name="IsInternational">Begins with a plus.</param>
internal readonly record struct NumberRun(int First, int Last, int Start, string Digits, bool IsInternational)
{
    private const int MostGroups = 10;

    // Of an international telephone number.
    private const int MostInternationalDigits = 15;

    // Blanks and a parenthesis.
    private const int LongestGap = 3;

    private static readonly SearchValues<char> Within = SearchValues.Create(" -().–");

    /// <summary>The number that begins with a word.</summary>
    /// <param name="text">The turn.</param>
    /// <param name="first">A word of digits.</param>
    /// <param name="isSpokenOf">Something says what it is, so that all its groups are of it.</param>
    public static NumberRun Of(RuleText text, int first, bool isSpokenOf)
    {
        var start = text[first].Start;
        while (start > 0 && text.Text[start - 1] is '+' or '(' or '#')
            start--;
        var isInternational = text.Text.AsSpan(start, text[first].Start - start).Contains('+');

        Span<int> groups = stackalloc int[MostGroups];
        var (count, digits, last) = (0, 0, first);
        for (var i = first; i < text.Count && text[i].IsNumber && !text.IsHarmless(i); i++)
        {
            if (!AddGroups(text.Word(i), groups, ref count))
                break;
            digits += text[i].Digits;
            var isOne = isInternational ? digits <= MostInternationalDigits : isSpokenOf && !text.IsCounted(i);
            if (i > first && (isOne || NumberShapes.BelongTogether(groups[..count])))
                last = i;
            if (i + 1 < text.Count && (text.Gap(i).Length > LongestGap || text.Gap(i).ContainsAnyExcept(Within)))
                break;
        }
        return new NumberRun(first, last, start, DigitsOf(text.Text.AsSpan(text[first].Start, text[last].End - text[first].Start)), isInternational);
    }

    private static bool AddGroups(ReadOnlySpan<char> word, Span<int> groups, ref int count)
    {
        if (word.ContainsAny(",:/"))
            return count == 0;
        foreach (var group in word.SplitAny('-', '.'))
        {
            if (count == groups.Length)
                return false;
            groups[count++] = group.End.GetOffset(word.Length) - group.Start.GetOffset(word.Length);
        }
        return true;
    }

    private static string DigitsOf(ReadOnlySpan<char> written)
    {
        var digits = new char[written.Length];
        var count = 0;
        foreach (var c in written)
            if (char.IsDigit(c))
                digits[count++] = (char)('0' + (int)char.GetNumericValue(c));
        return new string(digits, 0, count);
    }
}
