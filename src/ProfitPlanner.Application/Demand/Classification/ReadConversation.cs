using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Demand.Classification;

/// <summary>A conversation as it is read to be classified.</summary>
/// <param name="Language">As stored; null where nobody has said.</param>
/// <param name="Turns">All of them, in their order.</param>
internal sealed record ReadConversation(Guid Id, string? Language, IReadOnlyList<ReadTurn> Turns);

/// <param name="Known">What the model has made of it before; null where it is still to be classified, or nobody's wish.</param>
internal sealed record ReadTurn(int Number, Speaker Speaker, string Text, GivenIntent? Known);

/// <summary>What a model makes of a turn; see <see cref="Data.Demand.TurnIntent"/>.</summary>
internal sealed record GivenIntent(string? Intent, string Likeliest, float Confidence, string? Alternative, float? Sentiment);

/// <param name="Direction">Where it lies among others, [hidden].</param>
internal sealed record ClassifiedTurn(int Number, string Text, GivenIntent Given, float[] Direction);

/// <summary>What came of a conversation.</summary>
/// <param name="Language">Of what the customer writes; null where that is not clear.</param>
/// <param name="New">The turns that were not classified before.</param>
/// <param name="Decision">Over all its turns, known ones too; null while its customer has said nothing.</param>
internal sealed record ClassifiedConversation(Guid Id, string? Language, IReadOnlyList<ClassifiedTurn> New, ConversationDecision? Decision);
