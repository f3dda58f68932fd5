using System.Collections.Frozen;

namespace ProfitPlanner.Application.Demand.Words;

/// <summary>Sentiment of a language without blanks: at each place the longest word of the list that stands there.</summary>
internal sealed class UnspacedSentiment : ISentimentReader
{
    private const double Negated = -0.7;
    private const double Strengthened = 1.35;
    private const double Weakened = 0.6;
    private const double BeforeTurn = 0.6;
    private const double AfterTurn = 1.3;

    private readonly FrozenDictionary<string, double> _words;
    private readonly FrozenDictionary<string, double> _factors;
    private readonly FrozenSet<string> _turns;
    private readonly int _longest;

    public UnspacedSentiment(SentimentWords lists)
    {
        _words = Sentiment.Strengths(lists.Words).ToFrozenDictionary(word => word.Word, word => word.Strength);
        _factors = new[] { (lists.Negations, Negated), (lists.Stronger, Strengthened), (lists.Weaker, Weakened) }
            .SelectMany(list => WordList.Words(list.Item1).Select(word => (word, list.Item2)))
            .ToFrozenDictionary(word => word.word, word => word.Item2);
        _turns = WordList.Words(lists.Turns).ToFrozenSet();
        _longest = _words.Keys.Concat(_factors.Keys).Concat(_turns).Max(word => word.Length);
    }

    public double Sum(string text)
    {
        var sum = 0.0;
        foreach (var sentence in text.Split(['。', '！', '？', '；', '，', ',', '.', '!', '?', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            // What stands just before a word weighs it: 不太满意 has two such.
            var (factor, weight) = (1.0, 1.0);
            for (var i = 0; i < sentence.Length;)
            {
                var word = LongestAt(sentence, i);
                if (word is null)
                {
                    factor = 1;
                    i++;
                    continue;
                }
                if (_turns.Contains(word))
                    (sum, weight) = (sum * BeforeTurn, AfterTurn);
                else if (_words.TryGetValue(word, out var strength))
                    (sum, factor) = (sum + weight * factor * strength, 1);
                else
                    factor *= _factors[word];
                i += word.Length;
            }
        }
        return sum;
    }

    private string? LongestAt(string sentence, int place)
    {
        for (var length = Math.Min(_longest, sentence.Length - place); length > 0; length--)
        {
            var word = sentence.Substring(place, length);
            if (_words.ContainsKey(word) || _factors.ContainsKey(word) || _turns.Contains(word))
                return word;
        }
        return null;
    }
}
