namespace ProfitPlanner.Intents.Classification;

/// <summary>What somebody said.</summary>
/// <param name="Text">In any state: empty, long, with control characters.</param>
/// <param name="Context">What the same person said before, oldest first, a line each; null where nothing is known.</param>
public sealed record Utterance(string Text, string? Context = null);
