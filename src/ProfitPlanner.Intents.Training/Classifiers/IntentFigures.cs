using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>How well intents are told, before any 'none of these'.</summary>
/// <param name="Rows">Texts in scope.</param>
/// <param name="Accuracy">Share given their label, or exactly their labels where there may be several.</param>
/// <param name="MacroF1">Mean F1 over labels.</param>
/// <param name="Ece">Expected calibration error of the most probable label.</param>
/// <param name="Labels">Figures of each label.</param>
/// <param name="Confusion">Texts by their label and the one given; null where there may be several.</param>
internal sealed record IntentFigures(int Rows, double Accuracy, double MacroF1, double Ece, IReadOnlyList<LabelFigures> Labels, int[][]? Confusion)
{
    /// <param name="manifest">What decides how many labels a text is given.</param>
    /// <param name="probabilities">Of texts in scope, [rows][labels].</param>
    /// <param name="truth">Their labels, [rows][].</param>
    public static IntentFigures Of(Manifest manifest, IReadOnlyList<float[]> probabilities, IReadOnlyList<int[]> truth)
    {
        var labels = manifest.Heads[0].Labels;
        if (SeveralLabels.Are(manifest, truth))
        {
            var any = AnyLabelsReport.Of(truth, [.. probabilities.Select(manifest.Given)], probabilities, labels);
            return new IntentFigures(any.Rows, any.SubsetAccuracy, any.MacroF1, any.Ece, any.Labels, null);
        }
        var one = ClassificationReport.Of([.. truth.Select(own => own[0])], probabilities, labels);
        return new IntentFigures(one.Rows, one.Accuracy, one.MacroF1, one.Ece!.Value, one.Labels, one.Confusion);
    }
}
