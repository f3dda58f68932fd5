using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Classification;

/// <summary>What a word of a text is, where it is anything.</summary>
/// <param name="Word">Where it stands.</param>
/// <param name="Label">Of the head that labels words.</param>
/// <param name="Probability">Of the label, in [0, 1].</param>
public sealed record WordTag(TextWord Word, string Label, double Probability);
