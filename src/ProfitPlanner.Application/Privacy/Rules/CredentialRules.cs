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
            if (next >= text.Count || text.EndsSentence(next - 1) || text.IsOrdinary(next) || text[next].End - text[next].Start < Shortest)
                continue;
            // All of it, with what a password may have before and after its letters.
            var (start, end) = (text[next].Start, text[next].End);
            while (start > 0 && !char.IsWhiteSpace(text.Text[start - 1]) && text.Text[start - 1] is not (':' or '=' or '"' or '\'' or '[' or '|' or '“' or '：') && start > text[next - 1].End)
                start--;
            while (end < text.Text.Length && !char.IsWhiteSpace(text.Text[end]) && text.Text[end] is not ('"' or '[' or ',' or '|' or '”') && !RuleText.IsIdeograph(text.Text[end]))
                end++;
            if (end < text.Text.Length || text.Text[end - 1] is not ('.' or '?'))
                found.Add(new PersonalSpan(start, end, kind));
            else
                found.Add(new PersonalSpan(start, end - 1, kind));
        }
    }
}
