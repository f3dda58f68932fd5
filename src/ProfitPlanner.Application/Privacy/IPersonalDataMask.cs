namespace ProfitPlanner.Application.Privacy;

/// <summary>Puts placeholders in the place of personal data. Safe to call from several threads at once; it never throws but when cancelled.</summary>
public interface IPersonalDataMask
{
    /// <summary>
    /// Whether a model reads the words, too. False where none can be loaded here: rules alone find fewer names and
    /// addresses, which whoever uploads must be told. The first look loads the model.
    /// </summary>
    bool HasModel { get; }

    /// <summary>
    /// Masks turns, in their order; many at once are faster. Those of one conversation are masked in the order of the
    /// conversation: a name that was said before is known by one of its words.
    /// </summary>
    /// <returns>The masked texts, one for each turn. What was masked before stays as it is.</returns>
    IReadOnlyList<string> Mask(IReadOnlyList<TurnToMask> turns, CancellationToken cancellationToken);
}

/// <summary>A turn before it is stored.</summary>
/// <param name="Text">In any state: empty, long, with control characters.</param>
/// <param name="Before">The turn before it in its conversation, masked or not, whoever said it; null at the beginning. 'May I have your name?' tells what 'Crystal' is.</param>
/// <param name="Conversation">Gives the placeholders of its conversation.</param>
public sealed record TurnToMask(string Text, string? Before, ConversationMasks Conversation)
{
    // A record would write out its text, and from there it gets into logs.
    /// <inheritdoc/>
    public override string ToString() => $"A turn of {Text.Length} characters";
}
