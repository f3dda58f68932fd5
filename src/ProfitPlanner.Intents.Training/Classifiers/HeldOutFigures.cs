using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Training.DataSets;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>What each part of a classifier is worth on held-out texts: so that it is kept only where it earns its place.</summary>
internal sealed class HeldOutFigures
{
    private readonly Manifest _manifest;
    private readonly int[][] _truth;
    private readonly Dictionary<string, double> _figures = [];

    private HeldOutFigures(Manifest manifest, int[][] truth) => (_manifest, _truth) = (manifest, truth);

    /// <param name="manifest">Heads, and the blend as chosen.</param>
    /// <param name="scores">[rows].</param>
    /// <param name="quantised">The same by <see cref="Onnx.OnnxOptions.Quantised"/> engines, [rows].</param>
    /// <param name="rows">The texts.</param>
    /// <param name="truth">Their labels, [rows][]; none of a text out of scope.</param>
    public static IReadOnlyDictionary<string, double> Of(
        Manifest manifest, IReadOnlyList<TextScores> scores, IReadOnlyList<TextScores> quantised, IReadOnlyList<LabelledText> rows, int[][] truth)
    {
        int[] inScope = [.. Enumerable.Range(0, rows.Count).Where(i => !rows[i].IsOutOfScope)];
        TextScores[] own = [.. inScope.Select(i => scores[i])];
        var (blend, figures) = (manifest.Blend, new HeldOutFigures(manifest, [.. inScope.Select(i => truth[i])]));
        figures.Add(Manifest.Blended, blend, own);
        figures.Add(Manifest.Quantised, blend, [.. inScope.Select(i => quantised[i])]);
        figures.Add("encoders", blend with { LinearShare = 0, Temperature = 1 }, own);
        if (own[0].Encoders.Count > 1)
            figures.Add("encoder1", blend with { LinearShare = 0, Temperature = 1 }, [.. own.Select(row => row with { Encoders = [row.Encoders[0]] })]);
        if (own[0].Linear.Length > 0)
            figures.Add("linear", blend with { LinearShare = 1, Temperature = 1 }, own);
        if (manifest.None is not null && OutOfScopeFigures.Of(manifest, scores, truth) is { } none)
            figures.Add(none);
        foreach (var other in manifest.Heads.Skip(1))
            if (OtherHeads.Report(other, scores, rows) is { } report)
                figures.Add(other, report);
        return figures._figures;
    }

    private void Add(string name, Blend parts, TextScores[] rows)
    {
        var figures = IntentFigures.Of(_manifest, [.. rows.Select(row => parts.Probabilities(_manifest.Heads[0].Kind, row))], _truth);
        (_figures[$"{name}.accuracy"], _figures[$"{name}.macroF1"], _figures[$"{name}.ece"]) = (figures.Accuracy, figures.MacroF1, figures.Ece);
    }

    private void Add(OutOfScopeReport none)
    {
        _figures["none.auroc"] = none.Auroc;
        _figures["none.recall"] = none.Recall;
        _figures["none.precision"] = none.Precision;
        _figures["none.inScopeAccuracy"] = none.InScopeAccuracy;
    }

    private void Add(Head other, ClassificationReport report)
    {
        _figures[$"{other.Name}.accuracy"] = report.Accuracy;
        foreach (var label in report.Labels.Where(label => label.Support > 0))
        {
            _figures[$"{other.Name}.{label.Label}.precision"] = label.Precision;
            _figures[$"{other.Name}.{label.Label}.recall"] = label.Recall;
        }
    }
}
