using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Training.Classifiers;

/// <summary>What each part of a classifier is worth on held-out texts: so that it is kept only where it earns its place.</summary>
internal static class HeldOutFigures
{
    /// <param name="head">The intent's.</param>
    /// <param name="blend">As chosen.</param>
    /// <param name="scores">Of texts in scope, [rows].</param>
    /// <param name="truth">Their labels, [rows][].</param>
    public static Dictionary<string, double> Of(Head head, Blend blend, TextScores[] scores, int[][] truth)
    {
        var figures = new Dictionary<string, double>();
        Add("blend", blend, scores);
        Add("encoders", blend with { LinearShare = 0, Temperature = 1 }, scores);
        if (scores[0].Encoders.Count > 1)
            Add("encoder1", blend with { LinearShare = 0, Temperature = 1 }, [.. scores.Select(row => row with { Encoders = [row.Encoders[0]] })]);
        if (scores[0].Linear.Length > 0)
            Add("linear", blend with { LinearShare = 1, Temperature = 1 }, scores);
        return figures;

        void Add(string name, Blend parts, TextScores[] rows)
        {
            float[][] probabilities = [.. rows.Select(row => parts.Probabilities(head.Kind, row))];
            if (head.Kind == HeadKind.AnyLabels)
            {
                var any = AnyLabelsReport.Of(truth, probabilities, head.Labels);
                figures[$"{name}.macroF1"] = any.MacroF1;
                figures[$"{name}.subsetAccuracy"] = any.SubsetAccuracy;
                return;
            }
            var report = ClassificationReport.Of([.. truth.Select(labels => labels[0])], probabilities, head.Labels);
            figures[$"{name}.accuracy"] = report.Accuracy;
            figures[$"{name}.macroF1"] = report.MacroF1;
            figures[$"{name}.ece"] = report.Calibration!.Ece;
        }
    }
}
