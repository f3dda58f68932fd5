using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>The labels of texts by the numbers that a head has for them.</summary>
internal static class RowLabels
{
    /// <returns>[rows][]; none of a text out of scope.</returns>
    /// <exception cref="InvalidDataException">A text has a label that the head does not know.</exception>
    public static int[][] Of(Head head, IReadOnlyList<LabelledText> rows)
    {
        var numbers = head.Labels.Select((label, i) => (label, i)).ToDictionary(pair => pair.label, pair => pair.i);
        return [.. rows.Select(row => row.IsOutOfScope ? [] : row.Labels.Select(label => numbers.TryGetValue(label, out var number)
            ? number
            : throw new InvalidDataException($"Line {row.Line} has the label '{label}', which the model does not know.")).ToArray())];
    }
}
