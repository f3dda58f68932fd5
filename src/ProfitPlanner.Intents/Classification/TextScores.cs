using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Classification;

/// <summary>What the parts of a classifier say of one text, before they are blended.</summary>
/// <param name="Encoders">Logits of the intent by each encoder, [encoders][labels].</param>
/// <param name="Linear">Logits by the linear model, [labels]; empty where there is none.</param>
/// <param name="Distance">Mean distance from the nearest label over encoders; null where it is not looked at.</param>
/// <param name="Words">The words that were read; empty where no head labels words.</param>
/// <param name="Others">Logits of the first encoder's other heads, [labels] or [words × labels], by name.</param>
/// <param name="Direction">Where the text lies among others: the first encoder's features at length 1, [hidden].</param>
public sealed record TextScores(
    IReadOnlyList<float[]> Encoders, float[] Linear, double? Distance, IReadOnlyList<TextWord> Words, IReadOnlyDictionary<string, float[]> Others, float[] Direction)
{
    /// <summary>What 'none of these' may be decided by; see <see cref="NoneScore"/>. Null where it is not known.</summary>
    /// <param name="score">What is looked at.</param>
    /// <param name="blend">How the parts become one.</param>
    /// <param name="probabilities">Of the blend, [labels].</param>
    public double? None(NoneScore score, Blend blend, ReadOnlySpan<float> probabilities) => score switch
    {
        NoneScore.Probability => Logits.MaxProbability(probabilities),
        NoneScore.Margin => Logits.Margin(probabilities),
        NoneScore.Energy => Encoders.Average(logits => Logits.Energy(logits)),
        NoneScore.BlendEnergy => blend.Energy(Encoders, Linear),
        NoneScore.Distance => Distance,
        _ => throw new ArgumentOutOfRangeException(nameof(score), score, null),
    };
}
