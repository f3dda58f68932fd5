using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Training.FineTuning;

/// <summary>A text's tokens, some of them changed.</summary>
/// <param name="Tokens">As they are now.</param>
/// <param name="Origins">Which of the text's tokens each of them was, or is the first piece of; −1 of further pieces, [length].</param>
internal sealed record VariedTokens(TokenSequence Tokens, int[] Origins)
{
    public static VariedTokens Of(TokenSequence tokens) => new(tokens, [.. Enumerable.Range(0, tokens.Length)]);

    /// <summary>The text with these tokens; what a head is told of a token goes where that is now.</summary>
    public TrainingText In(TrainingText text, IReadOnlyList<Head> heads) => text with
    {
        Tokens = Tokens,
        Targets = [.. text.Targets.Zip(heads, (target, head) => head.Kind != HeadKind.TokenLabels || target is null
            ? target
            : Origins.Select(origin => origin < 0 ? HeadLoss.Ignored : target[origin]).ToArray())],
    };
}
