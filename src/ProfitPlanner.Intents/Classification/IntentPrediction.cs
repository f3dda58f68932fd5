namespace ProfitPlanner.Intents.Classification;

/// <summary>What somebody wants.</summary>
/// <param name="Intents">The labels given: one, or any number of a model that gives several; none for 'none of these'.</param>
/// <param name="Confidence">The probability of the most probable label, in [0, 1], whether or not it was given.</param>
/// <param name="Ranked">Every label, the most probable first.</param>
/// <param name="NoneScore">What 'none of these' was decided by; see the rule of the bundle. Null where it has none.</param>
/// <param name="Sentiment">The most probable label of the head 'sentiment'; null where the model has none.</param>
/// <param name="Tags">The words that are something, of those that were read; empty where the model has no head that labels words.</param>
public sealed record IntentPrediction(
    IReadOnlyList<string> Intents, double Confidence, IReadOnlyList<LabelProbability> Ranked, double? NoneScore,
    LabelProbability? Sentiment, IReadOnlyList<WordTag> Tags)
{
    /// <summary>The label given; null for 'none of these'.</summary>
    public string? Intent => Intents is [var first, ..] ? first : null;
}
