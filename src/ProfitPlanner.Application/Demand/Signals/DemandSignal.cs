using System.Text.RegularExpressions;

namespace ProfitPlanner.Application.Demand.Signals;

/// <summary>Something that customers say which bears on what to sell, and at which price.</summary>
/// <param name="Key">In camelCase; names its texts.</param>
/// <param name="Intents">Of the model that ships and of an organisation's own: whoever has one of these says it.</param>
/// <param name="PriceWords">Among <see cref="Data.Demand.ConversationIntent.PriceWords"/>.</param>
/// <param name="Phrases">Regular expressions of Postgres, for what no intent tells.</param>
public sealed record DemandSignal(string Key, IReadOnlyList<string> Intents, IReadOnlyList<string> PriceWords, IReadOnlyList<string> Phrases)
{
    /// <summary>
    /// Its intents that a model tells apart: wherever a share of the signal is shown, it is of these together. Empty where
    /// only words say it.
    /// </summary>
    /// <param name="given">What the model has ever given.</param>
    internal IReadOnlyList<string> Labels(IReadOnlySet<string> given) => [.. Intents.Where(given.Contains)];

    /// <summary>Whether a customer's sentence has one of the words or phrases.</summary>
    internal bool Says(string text) =>
        Words.PriceWords.In(text).Any(PriceWords.Contains) || (Phrases.Count > 0 && Spoken.Value.IsMatch(text));

    // The word boundaries of Postgres are spelled otherwise here; in all else the phrases use what both know.
    private Lazy<Regex> Spoken => field ??= new(() => new Regex(
        Pattern.Replace("\\m", "\\b", StringComparison.Ordinal).Replace("\\M", "\\b", StringComparison.Ordinal),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));

    /// <summary>One expression that matches where any phrase does.</summary>
    internal string Pattern => string.Join('|', Phrases.Select(phrase => $"(?:{phrase})"));
}
