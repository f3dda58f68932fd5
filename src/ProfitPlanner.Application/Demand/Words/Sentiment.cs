using System.Collections.Frozen;

namespace ProfitPlanner.Application.Demand.Words;

/// <summary>
/// How pleased somebody sounds, by the words they use: <c>sentiment.json</c>, in English and Chinese. It knows no irony
/// and no context; what it is good for are means over many turns. See docs/demand.md.
/// </summary>
internal static class Sentiment
{
    // What a sum of strengths must be to count as half way to the end of the scale.
    private const double Softness = 3;

    private const double Louder = 1.15;
    private const int MostMarks = 3;

    private static readonly Lists All = WordList.Read<Lists>("sentiment.json");

    private static readonly (string Mark, double Strength)[] Emoji = [.. Strengths(All.Emoji).OrderByDescending(mark => mark.Word.Length)];

    private static readonly FrozenDictionary<string, ISentimentReader> Readers = new Dictionary<string, ISentimentReader>
    {
        ["en"] = new SpacedSentiment(All.En),
        ["zh"] = new UnspacedSentiment(All.Zh),
    }.ToFrozenDictionary();

    /// <param name="language">ISO 639-1.</param>
    /// <returns>From −1, angry, to 1, pleased; 0 where no word says anything; null of a language without a list.</returns>
    public static float? Of(string text, string? language)
    {
        if (language is null || !Readers.TryGetValue(language, out var reader))
            return null;
        var own = TurnText.Own(text);
        var sum = reader.Sum(own) + Emoji.Where(mark => own.Contains(mark.Mark, StringComparison.Ordinal)).Sum(mark => mark.Strength);
        sum *= Math.Pow(Louder, Math.Min(MostMarks, own.Count(character => character is '!' or '！')));
        return (float)(sum / Math.Sqrt(sum * sum + Softness * Softness));
    }

    internal static IEnumerable<(string Word, double Strength)> Strengths(IReadOnlyDictionary<string, string> lists) =>
        lists.SelectMany(list => WordList.Words(list.Value).Select(word => (word, double.Parse(list.Key, System.Globalization.CultureInfo.InvariantCulture))));

    private sealed record Lists(Dictionary<string, string> Emoji, SentimentWords En, SentimentWords Zh);
}

/// <param name="Words">By their strength, from −3 to 3.</param>
/// <param name="Negations">Turn what follows round, and weaken it: 'not good' is less bad than 'bad'.</param>
/// <param name="Stronger">Strengthen what follows.</param>
/// <param name="Weaker">Weaken what follows.</param>
/// <param name="Turns">After which what counts is said: but.</param>
/// <param name="Phrases">Several words that mean something else together, by their strength.</param>
internal sealed record SentimentWords(
    Dictionary<string, string> Words, string Negations, string Stronger, string Weaker, string Turns, Dictionary<string, string> Phrases);

internal interface ISentimentReader
{
    /// <summary>Sum of the strengths of what is said.</summary>
    double Sum(string text);
}
