using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Training.FineTuning;

/// <summary>A text to learn from, or to measure by.</summary>
/// <param name="Tokens">The text, and its context.</param>
/// <param name="Targets">
/// In the order of the heads; null where the text says nothing of a head. One label: its number, or several that are right alike; any labels: their
/// numbers; none where none of the labels is right. Token labels: one for each token, −1 where it does not count.
/// </param>
public sealed record TrainingText(TokenSequence Tokens, IReadOnlyList<int[]?> Targets);
