using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Testing;

/// <summary>A conversation that has been imported and, where intents are given, classified.</summary>
/// <param name="Turns">Who said what, in order; the intent of a customer's turn, null for none of these.</param>
public sealed record GivenConversation(params GivenTurn[] Turns)
{
    /// <summary>Null for one by chance; see <see cref="Reviews.ConversationId"/>.</summary>
    public Guid? Id { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public string? Language { get; init; } = "en";

    public Dictionary<string, string> Attributes { get; init; } = [];

    public string[] PriceWords { get; init; } = [];
}

/// <param name="Confidence">Of the model in what it gives; null for 0.9, and 0.3 of none of these.</param>
public sealed record GivenTurn(Speaker Speaker, string Text, string? Intent = null, float? Sentiment = null, float? Confidence = null);
