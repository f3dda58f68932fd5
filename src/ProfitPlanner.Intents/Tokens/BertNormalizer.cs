using System.Globalization;
using System.Text;
using Microsoft.ML.Tokenizers;

namespace ProfitPlanner.Intents.Tokens;

/// <summary>A text as the words of BERT's basic tokenizer, one space between any two.</summary>
/// <remarks>
/// Source: github.com/google-research/bert, tokenization.py, BasicTokenizer. A capital sigma always becomes σ, as in Hugging
/// Face's tokenizers, where Python makes it ς at a word's end. Half a surrogate pair is removed.
/// </remarks>
/// <param name="lowerCase">Lower-case letters without accents; otherwise letters stay as they are.</param>
internal sealed class BertNormalizer(bool lowerCase) : Normalizer
{
    /// <summary>Characters of the longest word, as in Hugging Face's tokenizers; the code published first had 200.</summary>
    public const int LongestWord = 100;

    /// <summary>Stands for a word that is too long; no vocabulary has it, as UTF-8 cannot write half a surrogate pair.</summary>
    public const char TooLong = '\uDFFF';

    public override string Normalize(string original) => Normalize(original.AsSpan());

    public override string Normalize(ReadOnlySpan<char> original)
    {
        var words = new WordsBuilder(original.Length + original.Length / 4);
        // Half a surrogate pair is enumerated as U+FFFD.
        foreach (var rune in original.EnumerateRunes())
            if (lowerCase && !rune.IsAscii && Decompositions.Of(rune) is { } parts)
                foreach (var part in parts.EnumerateRunes())
                    Add(words, part);
            else
                Add(words, rune);
        return words.ToString();
    }

    private void Add(WordsBuilder words, Rune rune)
    {
        switch (Characters.Kind(rune))
        {
            case CharacterKind.Space:
                words.End();
                break;
            case CharacterKind.Alone:
                words.End();
                words.Append(rune);
                words.End();
                break;
            case CharacterKind.Inner when !lowerCase:
                words.Append(rune);
                break;
            case CharacterKind.Inner when rune.IsAscii || Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark:
                words.Append(Rune.ToLowerInvariant(rune));
                break;
        }
    }

    private sealed class WordsBuilder(int capacity)
    {
        private readonly StringBuilder _text = new(capacity);

        private int _start;

        private int _length;

        public void Append(Rune rune)
        {
            if (_length++ == 0 && _start > 0)
                _text.Append(' ');
            if (rune.IsBmp)
                _text.Append((char)rune.Value);
            else
                _text.Append(rune.ToString());
        }

        public void End()
        {
            if (_length > LongestWord)
            {
                _text.Length = _start;
                if (_start > 0)
                    _text.Append(' ');
                _text.Append(TooLong);
            }
            _start = _text.Length;
            _length = 0;
        }

        public override string ToString()
        {
            End();
            return _text.ToString();
        }
    }
}
