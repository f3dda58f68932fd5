using ProfitPlanner.Application.Demand.Words;
using ProfitPlanner.Intents.Taxonomy;

namespace ProfitPlanner.Application.Demand.Classification;

/// <summary>What a whole conversation is about; see <see cref="Data.Demand.ConversationIntent"/>.</summary>
/// <param name="Intent">That of the decisive turn: the first of the customer's that is given an intent which is more than talk.</param>
internal sealed record ConversationDecision(
    string? Intent, float Confidence, string[] Mentioned, float? FirstSentiment, float? LastSentiment, float? Sentiment, string[] PriceWords)
{
    // The course of a conversation is told by its first and its last third.
    private const int Parts = 3;

    /// <summary>Whether an intent is mere talk: a greeting, thanks. What an organisation defined itself is not, unless it bears the name of one.</summary>
    public static bool IsTalk(string intent) => SupportIntents.ById.GetValueOrDefault(intent)?.Group == IntentGroup.Talk;

    /// <param name="turns">The customer's, in their order.</param>
    public static ConversationDecision? Of(IReadOnlyList<(string Text, GivenIntent Given)> turns)
    {
        if (turns.Count == 0)
            return null;
        GivenIntent[] meant = [.. turns.Select(turn => turn.Given).Where(given => given.Intent is { } intent && !IsTalk(intent))];
        var part = (turns.Count + Parts - 1) / Parts;
        return new ConversationDecision(
            meant.FirstOrDefault()?.Intent,
            meant.FirstOrDefault()?.Confidence ?? 0,
            [.. meant.Select(given => given.Intent!).Distinct()],
            Mean(turns.Take(part)),
            Mean(turns.TakeLast(part)),
            Mean(turns),
            [.. PriceWordsIn(turns)]);
    }

    private static IEnumerable<string> PriceWordsIn(IReadOnlyList<(string Text, GivenIntent Given)> turns)
    {
        var found = turns.SelectMany(turn => Words.PriceWords.In(turn.Text)).ToHashSet();
        return Words.PriceWords.Names.Where(found.Contains);
    }

    private static float? Mean(IEnumerable<(string Text, GivenIntent Given)> turns) => turns.Average(turn => turn.Given.Sentiment);
}
