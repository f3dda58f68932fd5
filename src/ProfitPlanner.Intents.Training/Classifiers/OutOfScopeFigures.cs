using System.Numerics.Tensors;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>How a classifier finds the texts that are none of its labels.</summary>
internal static class OutOfScopeFigures
{
    /// <param name="manifest">Its blend and its rule.</param>
    /// <param name="scores">[rows].</param>
    /// <param name="truth">Labels, [rows][]; none of a text out of scope.</param>
    /// <returns>Null where it never says 'none of these', or no text is out of scope.</returns>
    public static OutOfScopeReport? Of(Manifest manifest, IReadOnlyList<TextScores> scores, int[][] truth)
    {
        if (manifest.None is not { } rule || truth.All(labels => labels.Length > 0))
            return null;
        float[][] probabilities = [.. scores.Select(score => manifest.Blend.Probabilities(manifest.Heads[0].Kind, score))];
        return OutOfScopeReport.Of(
            [.. truth.Select(labels => labels is [var label, ..] ? label : NoneRule.None)],
            [.. probabilities.Select(row => TensorPrimitives.IndexOfMax<float>(row))],
            [.. scores.Select((score, i) => score.None(rule.Score, manifest.Blend, probabilities[i])!.Value)],
            rule);
    }
}
