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
        return Enum.GetValues<BlendMean>()
            .SelectMany(mean => Enumerable.Range(0, hasLinear ? Steps + 1 : 1).Select(step => new Blend((double)step / Steps, encoders, linear, 1, mean)))
            .Select(blend => Calibrated(kind, blend, scores, truth))
            .MinBy(candidate => candidate.Loss).Blend;
    }

    private static (Blend Blend, double Loss) Calibrated(HeadKind kind, Blend blend, IReadOnlyList<TextScores> scores, IReadOnlyList<int[]> truth)
    {
        float[][] logits = [.. scores.Select(row => blend.Logits(kind, row.Encoders, row.Linear))];
        blend = blend with { Temperature = Temperatures(kind, logits, truth) };
        return (blend, logits.Select((row, i) => Loss(kind, blend.Probabilities(kind, row), truth[i], Temperature.Smoothing(truth.Count))).Average());
    }

    private static double Temperatures(HeadKind kind, IReadOnlyList<float[]> logits, IReadOnlyList<int[]> truth) => kind == HeadKind.AnyLabels
        ? Temperature.FitAnyLabels(logits, truth, Temperature.Smoothing(truth.Count))
        // A text of several labels must leave room for each of them.
        : Temperature.Fit(
            [.. logits.Zip(truth).SelectMany(row => row.Second.Select(_ => row.First))], [.. truth.SelectMany(labels => labels)], Temperature.Smoothing(truth.Count));

    // Smoothed as the temperature is: among parts that are right on every held-out text, the one that is so more plainly wins.
    private static double Loss(HeadKind kind, float[] probabilities, int[] truth, double smoothing) => kind == HeadKind.AnyLabels
        ? -probabilities.Select((p, label) => Mixed(
            Log(truth.Contains(label) ? p : 1 - p), (Log(p) + Log(1 - p)) / 2, smoothing)).Sum()
        : -Mixed(truth.Average(label => Log(probabilities[label])), probabilities.Average(p => Log(p)), smoothing);

    private static double Mixed(double plain, double spread, double smoothing) => (1 - smoothing) * plain + smoothing * spread;

    private static double Log(double probability) => Math.Log(Math.Max(probability, float.Epsilon));
}
