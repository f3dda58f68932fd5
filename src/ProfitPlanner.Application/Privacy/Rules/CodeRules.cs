using System.Text.RegularExpressions;

namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>Letters and digits mixed: orders, bookings, user names, IBANs; not "500gb", not "iphone14".</summary>
internal static partial class CodeRules
{
    private const int ShortestCode = 6;
    private const int ShortestCodeAsked = 4;
    private const int DigitsOfACode = 3;

    // "k3x7g5" changes between letters and digits, "iphone14" once.
    private const int ChangesOfACode = 2;

    // Words between a cue and its code.
    private const int Reach = 5;

    private const int WordsOfAnAnswer = 12;

    // "cminh730": who calls herself so has a name before the number.
    private const int LettersOfAUserName = 4;

    public static void Find(RuleText text, List<PersonalSpan> found)
    {
        var hasDigits = false;
        for (var i = 0; i < text.Count; i++)
        {
            hasDigits |= text[i].Digits > 0;
            if (text[i].IsMixed && KindOf(text, i) is { } kind)
                found.Add(new PersonalSpan(text[i].Start, text[i].End, kind));
        }
        if (hasDigits && text.Text.AsSpan().ContainsAnyInRange('A', 'Z'))
            foreach (var account in Iban().EnumerateMatches(text.Text))
                if (NumberShapes.IsIban(text.Text.AsSpan(account.Index, account.Length)))
                    found.Insert(0, new PersonalSpan(account.Index, account.Index + account.Length, PersonalKind.Iban));
    }

    private static string? KindOf(RuleText text, int index)
    {
        var word = text.Word(index);
        if (NumberShapes.IsIdentityCard(word))
            return PersonalKind.Ssn;
        if (text.IsHarmless(index))
            return null;
        var cue = Cue(text, index);
        if (word.Length < (cue is null ? ShortestCode : ShortestCodeAsked))
            return null;
        var changes = 0;
        for (var i = 1; i < word.Length; i++)
            changes += char.IsDigit(word[i]) != char.IsDigit(word[i - 1]) ? 1 : 0;
        var letters = word[..Math.Max(0, word.IndexOfAnyInRange('0', '9'))].TrimEnd("-_.");
        if (cue is null && text[index].Digits < DigitsOfACode && changes < ChangesOfACode)
            return null;
        return cue ?? (letters.Length >= LettersOfAUserName && changes == 1 ? PersonalKind.Account : PersonalKind.Order);
    }

    /// <summary>The kind that is spoken of before a code, or asked for.</summary>
    public static string? Cue(RuleText text, int index, int reach = Reach)
    {
        if (NumberCues.KindBefore(text.Text, text[index].Start) is { } chinese)
            return chinese;
        for (var i = index - 1; i >= Math.Max(0, index - reach) && !text.EndsSentence(i); i--)
            if (NumberCues.KindOf(text.Word(i)) is { } kind)
                return kind;
        return reach == Reach && text.Count <= WordsOfAnAnswer ? text.Asked.Number : null;
    }

    [GeneratedRegex(@"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Iban();
}
