using System.Numerics.Tensors;

namespace ProfitPlanner.Intents.Metrics;

/// <summary>How well texts with one label each are classified.</summary>
/// <param name="Rows">How many texts.</param>
/// <param name="Accuracy">Share of rows given the right label.</param>
/// <param name="MacroF1">
/// Mean of <see cref="LabelFigures.F1"/> over the labels that occur in truth or predictions: scikit-learn's
/// <c>f1_score(average="macro")</c>.
/// </param>
/// <param name="Labels">Figures of each label.</param>
/// <param name="Confusion">Rows by their right label and then by the one given, [labels][labels].</param>
/// <param name="Ece">
/// Expected calibration error of the largest probability, over 15 bins of equal width (Guo et al., 2017); null where only predictions are known.
/// </param>
public sealed record ClassificationReport(
    int Rows, double Accuracy, double MacroF1, IReadOnlyList<LabelFigures> Labels, int[][] Confusion, double? Ece)
{
    /// <summary>From probabilities; the most probable label is the one given.</summary>
    /// <param name="truth">The right label of each row, [rows].</param>
    /// <param name="probabilities">[rows][labels].</param>
    /// <param name="labels">Their names.</param>
    /// <exception cref="ArgumentException">There is no row, or the sizes do not fit.</exception>
    public static ClassificationReport Of(IReadOnlyList<int> truth, IReadOnlyList<float[]> probabilities, IReadOnlyList<string> labels)
    {
        if (probabilities.FirstOrDefault(row => row.Length != labels.Count) is { } odd)
            throw new ArgumentException($"A row has {odd.Length} probabilities for {labels.Count} labels.", nameof(probabilities));
        return Of(truth, probabilities.Select(row => TensorPrimitives.IndexOfMax<float>(row)).ToArray(), labels) with
        {
            Ece = Calibration.Error(probabilities, (row, label) => truth[row] == label),
        };
    }

    /// <summary>From the labels given.</summary>
    /// <param name="truth">The right label of each row, [rows].</param>
    /// <param name="predicted">The label given, [rows].</param>
    /// <param name="labels">Their names.</param>
    /// <exception cref="ArgumentException">There is no row, or the sizes do not fit.</exception>
    public static ClassificationReport Of(IReadOnlyList<int> truth, IReadOnlyList<int> predicted, IReadOnlyList<string> labels)
    {
        if (truth.Count == 0 || truth.Count != predicted.Count)
            throw new ArgumentException($"{truth.Count} rows of truth and {predicted.Count} predictions: as many of each are needed, and at least one.", nameof(predicted));

        var confusion = labels.Select(_ => new int[labels.Count]).ToArray();
        for (var row = 0; row < truth.Count; row++)
            confusion[truth[row]][predicted[row]]++;

        var given = new int[labels.Count];
        foreach (var row in confusion)
            TensorPrimitives.Add(given, row, given);
        LabelFigures[] figures = [.. labels.Select((label, i) => LabelFigures.Of(label, confusion[i][i], given[i], confusion[i].Sum()))];
        return new(
            truth.Count,
            (double)confusion.Select((row, i) => row[i]).Sum() / truth.Count,
            figures.Where((label, i) => label.Support + given[i] > 0).Average(label => label.F1),
            figures,
            confusion,
            Ece: null);
    }
}
