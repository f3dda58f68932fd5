using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>How good a classifier is on labelled texts.</summary>
/// <param name="Rows">Texts in scope.</param>
/// <param name="Accuracy">Share of them whose most probable label is right, before any 'none of these'; of a model that gives several labels, of those given exactly theirs.</param>
/// <param name="MacroF1">Mean F1 over labels.</param>
/// <param name="Ece">Expected calibration error of the most probable label.</param>
/// <param name="OutOfScope">How texts that are none of the labels are found; null where there are none.</param>
/// <param name="Labels">Figures of each label.</param>
/// <param name="Confusions">Which labels were taken for which, the most frequent first.</param>
/// <param name="Others">Figures of the labels of other heads, sentiment and personal data, by the head's name: of those that the texts say anything of.</param>
/// <param name="Confusion">Texts by their label and the one given, in the order of <paramref name="Labels"/>; null of a model that gives several.</param>
public sealed record Evaluation(
    int Rows, double Accuracy, double MacroF1, double Ece, OutOfScopeReport? OutOfScope,
    IReadOnlyList<LabelFigures> Labels, IReadOnlyList<Evaluation.Mistake> Confusions,
    IReadOnlyDictionary<string, IReadOnlyList<LabelFigures>> Others, int[][]? Confusion)
{
    /// <param name="Right">The right label.</param>
    /// <param name="Given">The label given.</param>
    /// <param name="Texts">How often.</param>
    public sealed record Mistake(string Right, string Given, int Texts);

    /// <summary>Classifies texts and compares.</summary>
    /// <exception cref="InvalidDataException">No text is in scope, or one has a label that the classifier does not know.</exception>
    public static Evaluation Of(IntentClassifier classifier, IReadOnlyList<LabelledText> rows, CancellationToken cancellationToken = default)
    {
        var manifest = classifier.Manifest;
        var head = manifest.Heads[0];
        var truth = RowLabels.Of(head, rows);
        int[] inScope = [.. Enumerable.Range(0, rows.Count).Where(i => truth[i].Length > 0)];
        if (inScope.Length == 0)
            throw new InvalidDataException("No text has a label that the model knows.");

        var scores = classifier.Score([.. rows.Select(row => new Utterance(row.Text, row.Context))], cancellationToken);
        var others = new Dictionary<string, IReadOnlyList<LabelFigures>>();
        foreach (var other in manifest.Heads.Skip(1))
            if (OtherHeads.Report(other, scores, rows) is { } found)
                others.Add(other.Name, found.Labels);
        var figures = IntentFigures.Of(
            manifest, [.. inScope.Select(i => manifest.Blend.Probabilities(head.Kind, scores[i]))], [.. inScope.Select(i => truth[i])]);
        return new Evaluation(
            figures.Rows, figures.Accuracy, figures.MacroF1, figures.Ece, OutOfScopeFigures.Of(manifest, scores, truth),
            figures.Labels, figures.Confusion is { } confusion ? Mistakes(confusion, head.Labels) : [], others, figures.Confusion);
    }

    private static Mistake[] Mistakes(int[][] confusion, IReadOnlyList<string> labels) =>
    [
        .. confusion.SelectMany((row, right) => row.Select((texts, given) => (right, given, texts)))
            .Where(cell => cell.right != cell.given && cell.texts > 0)
            .OrderByDescending(cell => cell.texts)
            .Select(cell => new Mistake(labels[cell.right], labels[cell.given], cell.texts)),
    ];
}
