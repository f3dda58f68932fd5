namespace ProfitPlanner.Intents.Metrics;

/// <summary>How well texts with any number of labels each are classified.</summary>
/// <param name="Rows">How many texts.</param>
/// <param name="SubsetAccuracy">Share of rows given exactly their labels.</param>
/// <param name="MacroF1">
/// Mean of <see cref="LabelFigures.F1"/> over the labels that occur in truth or predictions: scikit-learn's
/// <c>f1_score(average="macro", zero_division=nan)</c>.
/// </param>
/// <param name="Ece">As <see cref="ClassificationReport.Ece"/>, a row being right where its most probable label is one of its labels.</param>
/// <param name="Labels">Figures of each label.</param>
public sealed record AnyLabelsReport(
    int Rows, double SubsetAccuracy, double MacroF1, double Ece, IReadOnlyList<LabelFigures> Labels)
{
    /// <summary>From the labels given; the probabilities are for <see cref="Ece"/>.</summary>
    /// <param name="truth">The right labels of each row without repetition, [rows][]; none is allowed.</param>
    /// <param name="given">The labels given without repetition, [rows][].</param>
    /// <param name="probabilities">[rows][labels].</param>
    /// <param name="labels">Their names.</param>
    /// <exception cref="ArgumentException">There is no row, or the sizes do not fit.</exception>
    public static AnyLabelsReport Of(
        IReadOnlyList<IReadOnlyCollection<int>> truth, IReadOnlyList<int[]> given, IReadOnlyList<float[]> probabilities, IReadOnlyList<string> labels)
    {
        if (truth.Count == 0 || truth.Count != probabilities.Count || truth.Count != given.Count)
            throw new ArgumentException($"{truth.Count} rows of truth, {given.Count} of labels given and {probabilities.Count} of probabilities: as many of each are needed, and at least one.", nameof(probabilities));
        if (probabilities.FirstOrDefault(row => row.Length != labels.Count) is { } odd)
            throw new ArgumentException($"A row has {odd.Length} probabilities for {labels.Count} labels.", nameof(probabilities));

        var (right, guessed, support) = (new int[labels.Count], new int[labels.Count], new int[labels.Count]);
        var exact = 0;
        for (var row = 0; row < truth.Count; row++)
        {
            var predicted = given[row].ToHashSet();
            exact += predicted.SetEquals(truth[row]) ? 1 : 0;
            foreach (var label in predicted)
                guessed[label]++;
            foreach (var label in truth[row])
            {
                support[label]++;
                right[label] += predicted.Contains(label) ? 1 : 0;
            }
        }

        LabelFigures[] figures = [.. labels.Select((label, i) => LabelFigures.Of(label, right[i], guessed[i], support[i]))];
        return new(
            truth.Count,
            (double)exact / truth.Count,
            figures.Where((label, i) => label.Support + guessed[i] > 0).Select(label => label.F1).DefaultIfEmpty().Average(),
            Calibration.Error(probabilities, (row, label) => truth[row].Contains(label)),
            figures);
    }
}
