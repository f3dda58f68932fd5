using System.Numerics.Tensors;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>How a classifier finds the texts that are none of its labels.</summary>
internal static class OutOfScopeFigures
{
    /// <param name="manifest">Its blend and its rule; without one, the largest probability is looked at, and 'none of these' never said.</param>
    /// <param name="scores">[rows].</param>
    /// <param name="truth">Labels, [rows][]; none of a text out of scope.</param>
    /// <returns>Null where no text is out of scope.</returns>
    public static OutOfScopeReport? Of(Manifest manifest, IReadOnlyList<TextScores> scores, int[][] truth)
    {
        if (truth.All(labels => labels.Length > 0))
            return null;
        var rule = manifest.None ?? new NoneRule(NoneScore.Probability, double.NegativeInfinity);
        float[][] probabilities = [.. scores.Select(score => manifest.Blend.Probabilities(manifest.Heads[0].Kind, score))];
        int[] given = [.. probabilities.Select(row => TensorPrimitives.IndexOfMax<float>(row))];
        return OutOfScopeReport.Of(
            // Of several that are right, any will do.
            [.. truth.Select((labels, i) => labels.Length == 0 ? NoneRule.None : labels.Contains(given[i]) ? given[i] : labels[0])],
            given,
            [.. scores.Select((score, i) => score.None(rule.Score, manifest.Blend, probabilities[i])!.Value)],
            rule);
    }
}
