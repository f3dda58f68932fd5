using System.Globalization;
using System.Text;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Tests.Tokens;

/// <summary>
/// BasicTokenizer and WordpieceTokenizer of github.com/google-research/bert, tokenization.py, step by step as published and as
/// slow. Words have at most 100 characters as in Hugging Face's tokenizers, and letters are lowered one by one.
/// </summary>
internal sealed class ReferenceTokenizer(Vocabulary vocabulary, bool lowerCase)
{
    private readonly HashSet<string> _tokens = [.. vocabulary.Tokens];

    public static bool CanRun => "é".Normalize(NormalizationForm.FormD).Length == 2;

    public List<string> Tokenize(string text) => [.. BasicTokens(text).SelectMany(WordPieces)];

    public List<string> BasicTokens(string text)
    {
        var characters = SpaceIdeographs(Clean(text.EnumerateRunes()));
        var tokens = new List<string>();
        foreach (var word in SplitAtWhitespace(string.Concat(characters)))
            tokens.AddRange(SplitAtPunctuation(lowerCase ? StripAccents(Lower(word)) : word));
        return SplitAtWhitespace(string.Join(' ', tokens));
    }

    private List<string> WordPieces(string word)
    {
        var characters = word.EnumerateRunes().ToList();
        if (characters.Count > 100)
            return ["[UNK]"];
        var tokens = new List<string>();
        var start = 0;
        while (start < characters.Count)
        {
            var end = characters.Count;
            string? longest = null;
            while (start < end && longest is null)
            {
                var piece = (start > 0 ? "##" : "") + string.Concat(characters[start..end]);
                if (_tokens.Contains(piece))
                    longest = piece;
                else
                    end--;
            }
            if (longest is null)
                return ["[UNK]"];
            tokens.Add(longest);
            start = end;
        }
        return tokens;
    }

    private static IEnumerable<Rune> Clean(StringRuneEnumerator text)
    {
        foreach (var c in text)
            if (c.Value is '\t' or '\n' or '\r' || Rune.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator)
                yield return new Rune(' ');
            else if (c.Value != 0 && c.Value != 0xFFFD && Rune.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format))
                yield return c;
    }

    private static IEnumerable<Rune> SpaceIdeographs(IEnumerable<Rune> text) =>
        text.SelectMany(c => IsIdeograph(c.Value) ? [new Rune(' '), c, new Rune(' ')] : (Rune[])[c]);

    private static bool IsIdeograph(int c) =>
        (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2A6DF)
        || (c >= 0x2A700 && c <= 0x2B73F)
        || (c >= 0x2B740 && c <= 0x2B81F)
        || (c >= 0x2B820 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);

    private static List<string> SplitAtWhitespace(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    // Python lowers İ to i and a dot above, the only letter that it lowers to two wherever it stands.
    private static string Lower(string word) =>
        string.Concat(word.EnumerateRunes().Select(c => c.Value == 'İ' ? "i\u0307" : Rune.ToLowerInvariant(c).ToString()));

    private static string StripAccents(string word) =>
        string.Concat(word.Normalize(NormalizationForm.FormD).EnumerateRunes()
            .Where(c => Rune.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark));

    private static List<string> SplitAtPunctuation(string word)
    {
        var output = new List<string>();
        var startsNew = true;
        foreach (var c in word.EnumerateRunes())
            if (IsPunctuation(c))
            {
                output.Add(c.ToString());
                startsNew = true;
            }
            else
            {
                if (startsNew)
                    output.Add("");
                startsNew = false;
                output[^1] += c;
            }
        return output;
    }

    private static bool IsPunctuation(Rune c) =>
        (c.Value >= 33 && c.Value <= 47) || (c.Value >= 58 && c.Value <= 64) || (c.Value >= 91 && c.Value <= 96) || (c.Value >= 123 && c.Value <= 126)
        || Rune.IsPunctuation(c);
}
