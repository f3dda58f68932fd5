using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>Counts a classifier's errors, 'none of these' as one more label.</summary>
public static class ConfusionFigures
{
    /// <summary>Classifies texts and counts.</summary>
    /// <param name="classifier">It has not learnt from the texts.</param>
    /// <param name="rows">Held-out texts; those of several labels are passed over.</param>
    /// <param name="cancellationToken">Ends it, before the next texts.</param>
    /// <returns>Null where a text may be given several labels.</returns>
    /// <exception cref="InvalidDataException">A text has a label that the classifier does not know.</exception>
    public static HeldOutConfusion? Of(IntentClassifier classifier, IReadOnlyList<LabelledText> rows, CancellationToken cancellationToken = default)
    {
        var truth = RowLabels.Of(classifier.Manifest.Heads[0], rows);
        return Of(classifier.Manifest, classifier.Score([.. rows.Select(row => new Utterance(row.Text, row.Context))], cancellationToken), truth);
    }

    /// <param name="manifest">What decides which label is given.</param>
    /// <param name="scores">[rows].</param>
    /// <param name="truth">Labels, [rows][]; none of a text out of scope.</param>
    internal static HeldOutConfusion? Of(Manifest manifest, IReadOnlyList<TextScores> scores, int[][] truth)
    {
        var head = manifest.Heads[0];
        if (head.Kind != HeadKind.OneLabel)
            return null;
        var none = head.Labels.Count;
        long[][] counts = [.. Enumerable.Range(0, none + 1).Select(_ => new long[none + 1])];
        for (var row = 0; row < truth.Length; row++)
        {
            if (truth[row].Length > 1)
                continue;
            var probabilities = manifest.Blend.Probabilities(head.Kind, scores[row]);
            var isNone = manifest.None is { } rule && scores[row].None(rule.Score, manifest.Blend, probabilities) is { } score && rule.IsNone(score);
            counts[truth[row] is [var label] ? label : none][isNone ? none : manifest.Given(probabilities)[0]]++;
        }
        return new HeldOutConfusion(head.Labels, counts);
    }
}
