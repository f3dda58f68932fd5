using System.Globalization;
using System.Text;

namespace ProfitPlanner.Intents.Tokens;

/// <summary>The characters as BERT's basic tokenizer sorts them.</summary>
/// <remarks>Source: github.com/google-research/bert, tokenization.py. Nothing here depends on the culture or on ICU.</remarks>
internal static class Characters
{
    private static readonly CharacterKind[] Ascii = [.. Enumerable.Range(0, 128).Select(code => Classify(new Rune(code)))];

    /// <summary>What is done with a character.</summary>
    public static CharacterKind Kind(Rune rune) => rune.IsAscii ? Ascii[rune.Value] : Classify(rune);

    private static CharacterKind Classify(Rune rune) => rune.Value switch
    {
        '\t' or '\n' or '\r' => CharacterKind.Space,
        // ASCII's symbols count as punctuation, though Unicode calls "$" or "^" something else.
        (>= '!' and <= '/') or (>= ':' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '~') => CharacterKind.Alone,
        // What stands for characters that could not be decoded.
        0xFFFD => CharacterKind.Removed,
        // Ideographs, but neither kana nor hangul: the "CJK" blocks of the published code.
        (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2CEAF)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F) => CharacterKind.Alone,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Control or UnicodeCategory.Format => CharacterKind.Removed,
            // The last two are no space to the published code, but Python's split() parts words at them.
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => CharacterKind.Space,
            UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
                or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation
                or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation => CharacterKind.Alone,
            _ => CharacterKind.Inner,
        },
    };
}
