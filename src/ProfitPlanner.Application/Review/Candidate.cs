namespace ProfitPlanner.Application.Review;

/// <summary>A turn that may be asked about, and what the current model makes of it.</summary>
/// <param name="Intent">The label that the model gives; null for none of these.</param>
/// <param name="Likeliest">Its most probable label.</param>
/// <param name="Confidence">Of that, in [0, 1].</param>
/// <param name="Alternative">Its second most probable label.</param>
internal sealed record Candidate(Guid ConversationId, int Number, string? Intent, string Likeliest, float Confidence, string? Alternative)
{
    public TurnKey Key => new(ConversationId, Number);
}
