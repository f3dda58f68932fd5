using System.Buffers;
using System.Globalization;

namespace ProfitPlanner.Application.Privacy.Rules;

/// <summary>A turn as the rules read it.</summary>
internal sealed class RuleText
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".?!;\n。？！；");

    private static readonly Lexicon Abbreviations = new("no nr nos num mr mrs ms dr prof st ave rd blvd apt ext tel ph ref acct ac");

    private readonly List<RuleWord> _words;
    private readonly HashSet<int> _harmless = [];
    private readonly string? _before;

    private Asked? _asked;

    /// <param name="text">The turn.</param>
    /// <param name="before">The turn before it; its placeholders ask for nothing and are blanked out.</param>
    public RuleText(string text, string? before)
    {
        Text = text;
        _words = Split(text);
        _before = before;
        for (var i = 0; i < _words.Count; i++)
            if (_words[i].Digits > 0 && HarmlessRules.Has(this, i))
                _harmless.Add(i);
    }

    public string Text { get; }

    /// <summary>What the turn before asks for.</summary>
    public Asked Asked => _asked ??= _before is null ? Asked.Nothing : Asked.By(_before);

    public int Count => _words.Count;

    public RuleWord this[int index] => _words[index];

    /// <summary>The word itself.</summary>
    public ReadOnlySpan<char> Word(int index) => Text.AsSpan(_words[index].Start, _words[index].End - _words[index].Start);

    /// <summary>What stands between a word and the one after it.</summary>
    public ReadOnlySpan<char> Gap(int index) => Text.AsSpan(_words[index].End, _words[index + 1].Start - _words[index].End);

    /// <summary>Whether a sentence ends between a word and the one after it.</summary>
    public bool EndsSentence(int index) =>
        index + 1 >= _words.Count || (Gap(index).ContainsAny(SentenceEnds) && !(Gap(index) is ['.', ' ', ..] && Abbreviations.Has(Word(index))));

    /// <summary>Whether a word begins with a capital letter.</summary>
    public bool IsCapitalised(int index) => char.IsUpper(Text[_words[index].Start]);

    public bool IsOrdinary(int index) => WordLists.IsOrdinary(Word(index));

    /// <summary>Whether a word has digits and is nobody's; see <see cref="HarmlessRules"/>. Or it is of a link that opens nothing.</summary>
    public bool IsHarmless(int index) => _harmless.Contains(index);

    /// <summary>Whether a word is said after a number that makes it an amount or a quantity.</summary>
    public bool IsCounted(int index) => index + 1 < Count && !EndsSentence(index) && NumberCues.Units.Has(Word(index + 1));

    /// <summary>Nothing is to be masked between two places.</summary>
    public void AddHarmless(int start, int end)
    {
        for (var i = 0; i < _words.Count; i++)
            if (_words[i].Start < end && start < _words[i].End)
                _harmless.Add(i);
    }

    /// <summary>Splits a text at white space, ideographs and punctuation that is not within a word.</summary>
    public static List<RuleWord> Split(string text)
    {
        var words = new List<RuleWord>(Math.Min(16, 1 + text.Length / 4));
        for (var i = 0; i < text.Length;)
        {
            if (!IsPart(text[i]))
            {
                i++;
                continue;
            }
            var (start, digits, letters) = (i, 0, 0);
            for (; i < text.Length && (IsPart(text[i]) || IsInner(text, i)); i++)
                if (char.IsDigit(text[i]))
                    digits++;
                else if (char.IsLetter(text[i]))
                    letters++;
            words.Add(new RuleWord(start, i, digits, letters));
        }
        return words;
    }

    /// <summary>Characters of scripts that put no spaces between words: Han and kana.</summary>
    public static bool IsIdeograph(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF');

    private static bool IsPart(char c) => c < 128
        ? char.IsAsciiLetterOrDigit(c) || c == '_'
        : (char.IsLetterOrDigit(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark) && !IsIdeograph(c);

    // "o'brien", "anne-marie", "j.smith"; between digits also "12:30", "1/2", "1,000".
    private static bool IsInner(string text, int i) =>
        i + 1 < text.Length && IsPart(text[i + 1]) && IsPart(text[i - 1])
        && (text[i] is '\'' or '’' or '-' or '.' or '&' || (text[i] is ':' or '/' or ',' && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1])));
}
