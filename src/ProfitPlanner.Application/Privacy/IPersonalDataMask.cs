namespace ProfitPlanner.Application.Privacy;

/// <summary>Puts placeholders in the place of personal data. Safe to call from several threads at once.</summary>
public interface IPersonalDataMask
{
    /// <summary>Masks turns, in their order; many at once are faster.</summary>
    /// <returns>The masked texts, one for each turn.</returns>
    IReadOnlyList<string> Mask(IReadOnlyList<TurnToMask> turns, CancellationToken cancellationToken);
}

/// <summary>A turn before it is stored.</summary>
/// <param name="Text">In any state: empty, long, with control characters.</param>
/// <param name="Before">The turn before it in its conversation, masked or not, whoever said it; null at the beginning. 'May I have your name?' tells what 'Crystal' is.</param>
/// <param name="Conversation">Gives the placeholders of its conversation.</param>
public sealed record TurnToMask(string Text, string? Before, ConversationMasks Conversation);
