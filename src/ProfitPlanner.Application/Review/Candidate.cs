namespace ProfitPlanner.Application.Review;

/// <summary>A turn of a sample, and what the current model makes of it.</summary>
/// <param name="Likeliest">The model's most probable label.</param>
/// <param name="Confidence">Of that, in [0, 1].</param>
/// <param name="IsLabelled">Whether anybody has labelled it: then it counts for the share of its like, and is not asked about again.</param>
internal sealed record Candidate(Guid ConversationId, int Number, string Likeliest, float Confidence, bool IsLabelled)
{
    public TurnKey Key => new(ConversationId, Number);
}
