namespace ProfitPlanner.Application.Privacy;

/// <summary>Words that are hardly anybody's name; in any case, without the punctuation around them. Where they are from: docs/privacy.md.</summary>
internal static class WordLists
{
    private static readonly Lexicon Ordinary = Read("ordinary-words.txt");
    private static readonly Lexicon English = Read("english-words.txt");

    /// <summary>Whether everybody says a word, in conversations with a business; a test derives the list anew from the texts that the shipped model has learnt from.</summary>
    public static bool IsOrdinary(ReadOnlySpan<char> word) => Ordinary.Has(word);

    /// <summary>Whether a word is in a small dictionary of English.</summary>
    public static bool IsEnglish(ReadOnlySpan<char> word) => English.Has(word);

    private static Lexicon Read(string name)
    {
        using var reader = new StreamReader(typeof(WordLists).Assembly.GetManifestResourceStream(name)!);
        return new Lexicon(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => line[0] != '#'));
    }
}
