using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ProfitPlanner.Application.Demand.Words;

/// <summary>Sentiment of a language that puts blanks between its words.</summary>
internal sealed partial class SpacedSentiment(SentimentWords lists) : ISentimentReader
{
    // How many words a negation, or a word that strengthens, reaches ahead.
    private const int Reach = 3;

    private const double Negated = -0.6;
    private const double Strengthened = 1.35;
    private const double Weakened = 0.6;
    private const double Shouted = 1.2;
    private const double BeforeTurn = 0.6;
    private const double AfterTurn = 1.3;

    private readonly FrozenDictionary<string, double> _words = Sentiment.Strengths(lists.Words).ToFrozenDictionary(word => word.Word, word => word.Strength);
    private readonly (string[] Words, double Strength)[] _phrases = [.. Sentiment.Strengths(lists.Phrases).Select(phrase => (phrase.Word.Split(' '), phrase.Strength))];
    private readonly FrozenSet<string> _negations = WordList.Words(lists.Negations).ToFrozenSet();
    private readonly FrozenSet<string> _stronger = WordList.Words(lists.Stronger).ToFrozenSet();
    private readonly FrozenSet<string> _weaker = WordList.Words(lists.Weaker).ToFrozenSet();
    private readonly FrozenSet<string> _turns = WordList.Words(lists.Turns).ToFrozenSet();

    public double Sum(string text)
    {
        var sum = 0.0;
        foreach (var sentence in Sentences().Split(text))
        {
            string[] spoken = [.. Word().Matches(sentence).Select(word => word.Value.Replace('’', '\''))];
            string[] words = [.. spoken.Select(word => word.ToLowerInvariant())];
            var isShouting = !spoken.Any(word => word.Any(char.IsLower));
            var turn = Array.FindIndex(words, _turns.Contains);
            for (var i = 0; i < words.Length; i++)
            {
                var (strength, length) = At(words, i);
                if (strength == 0)
                    continue;
                var weight = turn < 0 ? 1 : i < turn ? BeforeTurn : AfterTurn;
                // Where everything is in capitals, nothing stands out.
                if (!isShouting && IsUpper(spoken[i]))
                    weight *= Shouted;
                sum += weight * strength * Before(words, i);
                i += length - 1;
            }
        }
        return sum;
    }

    private (double Strength, int Length) At(string[] words, int place)
    {
        foreach (var (phrase, strength) in _phrases)
        {
            if (words.AsSpan(place).StartsWith(phrase))
                return (strength, phrase.Length);
        }
        return (_words.GetValueOrDefault(words[place]), 1);
    }

    private double Before(string[] words, int place)
    {
        var factor = 1.0;
        for (var i = Math.Max(0, place - Reach); i < place; i++)
        {
            if (_negations.Contains(words[i]))
                factor *= Negated;
            else if (i == place - 1 && _stronger.Contains(words[i]))
                factor *= Strengthened;
            else if (i == place - 1 && _weaker.Contains(words[i]))
                factor *= Weakened;
        }
        return factor;
    }

    private static bool IsUpper(string word) => word.Length > 2 && !word.Any(char.IsLower);

    // 'No, thanks' thanks.
    [GeneratedRegex(@"[.!?;,\n]+")]
    private static partial Regex Sentences();

    [GeneratedRegex(@"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*")]
    private static partial Regex Word();
}
