using ProfitPlanner.Application.Review;

namespace ProfitPlanner.Application.Models;

/// <summary>What there is to learn from, and whether it is enough to begin.</summary>
/// <param name="Turns">Labelled turns of conversations that models learn from, those of none of these included.</param>
/// <param name="HeldOutTurns">Labelled turns of the conversations that are held out.</param>
/// <param name="Intents">How many intents have <see cref="Fewest"/> turns to learn from.</param>
public sealed record TrainingSupply(int Turns, int HeldOutTurns, int Intents)
{
    /// <summary>Turns that an intent needs to count; from about ten times as many a model gets good.</summary>
    public const int Fewest = 5;

    public const int FewestIntents = 2;

    public bool IsEnough => Intents >= FewestIntents && HeldOutTurns > 0;

    internal static TrainingSupply Of(LabelledTurns labelled)
    {
        var held = labelled.Turns.ToLookup(turn => HeldOut.Holds(turn.Key.ConversationId));
        return new TrainingSupply(
            held[false].Count(), held[true].Count(), held[false].Where(turn => turn.Intent is not null).CountBy(turn => turn.Intent!).Count(intent => intent.Value >= Fewest));
    }
}
