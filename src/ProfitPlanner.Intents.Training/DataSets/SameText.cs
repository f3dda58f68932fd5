using System.Text;

namespace ProfitPlanner.Intents.Training.DataSets;

/// <summary>Which texts count as the same when duplicates are looked for.</summary>
internal static class SameText
{
    /// <summary>The text in lower case, words apart by single spaces, without punctuation; unless it is nothing but that.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune))
                key.Append(rune.ToString());
            // An apostrophe parts no word: what's and whats are one.
            else if (rune.Value is not ('\'' or '’') && key.Length > 0 && key[^1] != ' ')
                key.Append(' ');
        return key.ToString().TrimEnd() is { Length: > 0 } words ? words : text.Trim();
    }
}
