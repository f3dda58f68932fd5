namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>What follows 'password is' or 'user name:' and is no ordinary word.</summary>
internal static class CredentialRules
{
    private static readonly Lexicon Passwords = new("password passcode passwd pwd passward");
    private static readonly Lexicon UserNames = new("username login userid user-id user-name");
    private static readonly Lexicon Linking = new("is was are as");

    // Letters alone are a password where somebody says that they are.
    private const int Shortest = 3;

    public static void Find(RuleText text, List<PersonalSpan> found)
    {
        for (var i = 0; i < text.Count; i++)
        {
            if (!text[i].IsAlphabetic)
                continue;
            var kind = Passwords.Has(text.Word(i)) ? PersonalKind.Password : UserNames.Has(text.Word(i)) ? PersonalKind.Account : null;
            if (kind is null)
                continue;
            var next = i + 1;
            while (next < text.Count && Linking.Has(text.Word(next)))
                next++;
            if (next < text.Count && !text.EndsSentence(next - 1) && IsSecret(text, i, next))
                found.Add(Span(text, next, kind));
        }
    }

    private static bool IsSecret(RuleText text, int cue, int next) =>
        !text.IsOrdinary(next) && text[next].End - text[next].Start >= Shortest && !NumberCues.Unspecific.Has(text.Word(next))
        // "passcode retrieval": an English word is one where it is said to be.
        && !(next == cue + 1 && !text.Gap(cue).ContainsAny(':', '=', '：') && WordLists.IsEnglish(text.Word(next)));

    // All of it, with what a password may have before and after its letters.
    private static PersonalSpan Span(RuleText text, int word, string kind)
    {
        var (start, end) = (text[word].Start, text[word].End);
        while (start > text[word - 1].End && !char.IsWhiteSpace(text.Text[start - 1]) && text.Text[start - 1] is not (':' or '=' or '"' or '\'' or '[' or '|' or '“' or '：'))
            start--;
        while (end < text.Text.Length && !char.IsWhiteSpace(text.Text[end]) && text.Text[end] is not ('"' or '[' or ',' or '|' or '”') && !RuleText.IsIdeograph(text.Text[end]))
            end++;
        return new PersonalSpan(start, end == text.Text.Length && text.Text[end - 1] is '.' or '?' ? end - 1 : end, kind);
    }
}
