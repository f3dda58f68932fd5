using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>Chooses how encoders and linear model become one, by the log loss of held-out texts: it moves where accuracy cannot.</summary>
internal static class BlendChoice
{
    private const int Steps = 20;

    /// <param name="kind">One label or any.</param>
    /// <param name="scores">Of texts in scope, [rows].</param>
    /// <param name="truth">Their labels, [rows][].</param>
    public static Blend Of(HeadKind kind, IReadOnlyList<TextScores> scores, IReadOnlyList<int[]> truth)
    {
        var encoders = Temperatures(kind, [.. scores.SelectMany(row => row.Encoders)], [.. scores.SelectMany((row, i) => row.Encoders.Select(_ => truth[i]))]);
        var hasLinear = scores[0].Linear.Length > 0;
        var linear = hasLinear ? Temperatures(kind, [.. scores.Select(row => row.Linear)], truth) : 1;
        return Enumerable.Range(0, hasLinear ? Steps + 1 : 1)
            .Select(step => Calibrated(kind, new Blend((double)step / Steps, encoders, linear, 1), scores, truth))
            .MinBy(candidate => candidate.Loss).Blend;
    }

    private static (Blend Blend, double Loss) Calibrated(HeadKind kind, Blend blend, IReadOnlyList<TextScores> scores, IReadOnlyList<int[]> truth)
    {
        float[][] logits = [.. scores.Select(row => blend.Logits(kind, row.Encoders, row.Linear))];
        blend = blend with { Temperature = Temperatures(kind, logits, truth) };
        return (blend, logits.Select((row, i) => Loss(kind, blend.Probabilities(kind, row), truth[i])).Average());
    }

    private static double Temperatures(HeadKind kind, IReadOnlyList<float[]> logits, IReadOnlyList<int[]> truth) => kind == HeadKind.AnyLabels
        ? Temperature.FitAnyLabels(logits, truth)
        // A text of several labels must leave room for each of them.
        : Temperature.Fit([.. logits.Zip(truth).SelectMany(row => row.Second.Select(_ => row.First))], [.. truth.SelectMany(labels => labels)]);

    private static double Loss(HeadKind kind, float[] probabilities, int[] truth) => kind == HeadKind.AnyLabels
        ? -probabilities.Select((p, label) => Math.Log(Math.Max(truth.Contains(label) ? p : 1 - p, float.Epsilon))).Sum()
        : -truth.Average(label => Math.Log(Math.Max(probabilities[label], float.Epsilon)));
}
