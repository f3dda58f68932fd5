using System.Text;
using ProfitPlanner.Application.Privacy.Rules;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Application.Privacy;

/// <summary>
/// A turn in the words that the model has learnt from: without punctuation, letters and digits apart ("ab12" as "ab 12"), a sentence a
/// line. Knows where each stands in the turn.
/// </summary>
internal sealed class ModelReading
{
    private const char SentenceEnd = '\n';

    // Longer ones are no words; what is written without spaces is not the model's language.
    private const int LongestWord = 100;

    private readonly List<(int Start, int End, int Word)> _places = [];

    /// <param name="text">As the rules read it.</param>
    /// <param name="found">What the rules have found; links among it are not read.</param>
    public ModelReading(RuleText text, List<PersonalSpan> found)
    {
        var read = new StringBuilder(text.Text.Length + 8);
        var between = ' ';
        for (var i = 0; i < text.Count; i++)
        {
            var length = read.Length;
            if (text[i].End - text[i].Start <= LongestWord && !text.IsHarmless(i) && !found.Exists(span => span.Kind is PersonalKind.Url or PersonalKind.Email or PersonalKind.Ip && span.Start < text[i].End && text[i].Start < span.End))
                Append(read, text, i, between);
            between = text.EndsSentence(i) ? SentenceEnd : read.Length > length ? ' ' : between;
        }
        Text = read.ToString();
    }

    /// <summary>What the model reads.</summary>
    public string Text { get; }

    /// <summary>Where a word of <see cref="Text"/> stands in the turn, and which of its words it is of.</summary>
    /// <param name="words">Of <see cref="Text"/>, in their order.</param>
    public IEnumerable<(int Start, int End, int Word)> Places(IEnumerable<TextWord> words)
    {
        // One space or line end stands between words, so that as many are before a word as words are.
        var (word, place) = (0, 0);
        foreach (var read in words)
        {
            for (; place < read.Start; place++)
                word += Text[place] is ' ' or SentenceEnd ? 1 : 0;
            yield return _places[word];
        }
    }

    /// <summary>A turn in the model's words.</summary>
    public static string Of(string turn) => new ModelReading(new RuleText(Placeholders.Blank(turn), null), []).Text;

    private void Append(StringBuilder read, RuleText text, int index, char between)
    {
        var word = text[index];
        var start = -1;
        var length = read.Length;
        for (var i = word.Start; i < word.End; i++)
        {
            var c = text.Text[i];
            var isBreak = c is '-' or '_';
            if (start >= 0 && (isBreak || (char.IsLetterOrDigit(c) && char.IsDigit(c) != char.IsDigit(text.Text[i - 1]) && char.IsLetterOrDigit(text.Text[i - 1]))))
                End(i);
            if (isBreak || c is '\'' or '’' or '.' or '&' or ':' or '/' or ',')
                continue;
            if (start < 0)
            {
                start = i;
                if (read.Length > 0)
                    read.Append(between);
                between = ' ';
                length = read.Length;
            }
            read.Append(c);
        }
        if (start >= 0)
            End(word.End);

        void End(int end)
        {
            if (read.Length > length)
                _places.Add((start, end, index));
            start = -1;
        }
    }
}
