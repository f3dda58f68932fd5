using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Classification;

/// <summary>What a word of a text may be.</summary>
/// <param name="Word">Where it stands.</param>
/// <param name="Probabilities">Of each label of the head that labels words, in its order; they sum to 1.</param>
public sealed record WordProbabilities(TextWord Word, float[] Probabilities);
