using System.Globalization;
using System.Text;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Training.DataSets;

/// <summary>Which texts count as the same when duplicates are looked for.</summary>
internal static class SameText
{
    // Letters and signs as wide as Chinese ones stand in ASCII's order.
    private const int Wide = 0xFF01, LastWide = 0xFF5E, ToNarrow = '!' - Wide;

    /// <summary>The text in narrow lower-case letters without accents, words apart by single spaces, without punctuation; unless it is nothing but that.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        // Not string.Normalize: see Decompositions.
        foreach (var rune in text.EnumerateRunes().SelectMany(Plain))
            if (Rune.IsLetterOrDigit(rune))
                key.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
                continue;
            // An apostrophe parts no word: what's and whats are one.
            else if (rune.Value is not ('\'' or '’') && key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        return key.ToString().TrimEnd() is { Length: > 0 } words ? words : text.Trim();
    }

    private static IEnumerable<Rune> Plain(Rune rune) =>
        rune.Value is >= Wide and <= LastWide ? [new Rune(rune.Value + ToNarrow)]
        : Decompositions.Of(rune) is { } parts ? parts.EnumerateRunes()
        : [rune];
}
