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

    private const int Reach = 5;
    private const int WordsOfAnAnswer = 12;

    // "cminh730": who calls herself so has a name before the number.
    private const int LettersOfAUserName = 4;

    private static readonly Lexicon Units = new(
        "am pm st nd rd th k m b bn gb mb tb kb kg g mg ml l cl cm mm km ft in inch inches oz lb lbs hz khz mhz ghz w kw kwh v mah day days hr hrs hour hours min mins minute minutes sec secs second seconds week weeks month months year years usd eur gbp rmb cny inr px p dpi fps x mbps gbps kbps bit bits pcs pack packs mp hp");

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
        var digitsFirst = word.IndexOfAnyExceptInRange('0', '9');
        if (digitsFirst > 0 && Units.Has(word[digitsFirst..]))
            return null;
        if (Timestamp().IsMatch(word))
            return null;
        var cue = Cue(text, index);
        if (word.Length < (cue is null ? ShortestCode : ShortestCodeAsked))
            return null;
        var changes = 0;
        for (var i = 1; i < word.Length; i++)
            changes += char.IsDigit(word[i]) != char.IsDigit(word[i - 1]) ? 1 : 0;
        var letters = word[..Math.Max(0, word.IndexOfAnyInRange('0', '9'))].TrimEnd("-_.");
        if (cue is null && (OrdinaryParts(word) || (text[index].Digits < DigitsOfACode && changes < ChangesOfACode)))
            return null;
        return cue ?? (letters.Length >= LettersOfAUserName && changes == 1 ? PersonalKind.Account : PersonalKind.Order);
    }

    // "office365", "covid-19", "24-hour", "2-for-1".
    private static bool OrdinaryParts(ReadOnlySpan<char> word)
    {
        foreach (var part in word.SplitAny('-', '_', '.', '&', '\''))
        {
            var piece = word[part];
            var letters = piece.TrimEnd("0123456789");
            var digits = piece.TrimStart("0123456789");
            var rest = letters.Length < piece.Length ? letters : digits;
            if (rest.Length > 0 && !OrdinaryWords.Has(rest) && !Units.Has(rest))
                return false;
            if (piece.Length - rest.Length > ShortestCodeAsked)
                return false;
        }
        return true;
    }

    private static string? Cue(RuleText text, int index)
    {
        if (NumberCues.KindBefore(text.Text, text[index].Start) is { } chinese)
            return chinese;
        for (var i = index - 1; i >= Math.Max(0, index - Reach) && !text.EndsSentence(i); i--)
            if (NumberCues.KindOf(text.Word(i)) is { } kind)
                return kind;
        return text.Count <= WordsOfAnAnswer ? text.Asked.Number : null;
    }

    [GeneratedRegex(@"^(?:[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]+Z?|[0-9]{1,2}(?:st|nd|rd|th)?-?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-?(?:[0-9]{2,4})?|(?:q[1-4]|fy|h[12])-?(?:[0-9]{2}|[0-9]{4})|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-?[0-9]{1,4}|[0-9:]{3,5}(?:am|pm|h))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Timestamp();

    [GeneratedRegex(@"\b[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b", RegexOptions.CultureInvariant)]
    private static partial Regex Iban();
}
