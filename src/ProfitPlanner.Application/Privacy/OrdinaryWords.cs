namespace ProfitPlanner.Application.Privacy;

/// <summary>
/// Words that everybody uses and that are nobody's name: <c>ordinary-words.txt</c>. A test derives the list anew from the
/// training texts of the model that ships (docs/privacy.md).
/// </summary>
internal static class OrdinaryWords
{
    private static readonly Lexicon Words = Read();

    /// <summary>Whether a word is one; in any case, without the punctuation around it.</summary>
    public static bool Has(ReadOnlySpan<char> word) => Words.Has(word);

    private static Lexicon Read()
    {
        using var reader = new StreamReader(typeof(OrdinaryWords).Assembly.GetManifestResourceStream("ordinary-words.txt")!);
        return new Lexicon(reader.ReadToEnd());
    }
}
