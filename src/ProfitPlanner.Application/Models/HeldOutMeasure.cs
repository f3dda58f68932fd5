using ProfitPlanner.Application.Review;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.ProfitModel.Demand;
using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.Application.Models;

/// <summary>How well a model answers on labelled turns, as it answers: with 'none of these' where it says so.</summary>
/// <param name="Labels">Keys of intents that occur, and last <see cref="ConfusionCounts.None"/>.</param>
/// <param name="Confusion">Turns by what people say and then by what the model says, [labels][labels].</param>
/// <param name="Accuracy">Share of turns with the right answer, none of these included.</param>
/// <param name="MacroF1">Mean F1 over the labels that people gave.</param>
/// <param name="Ece">Expected calibration error over <paramref name="Reliability"/>: by how much confidence is off, on average.</param>
/// <param name="Reliability">Turns that were given an intent, by its probability: ten bins of equal width, empty ones left out.</param>
public sealed record HeldOutMeasure(
    IReadOnlyList<string> Labels, IReadOnlyList<IReadOnlyList<long>> Confusion, double Accuracy, double MacroF1, double Ece,
    IReadOnlyList<HeldOutMeasure.Bin> Reliability)
{
    private const int Bins = 10;

    /// <param name="Turns">At least one.</param>
    /// <param name="Confidence">Mean probability of the intent given, in [0, 1].</param>
    /// <param name="Right">Share of them that are right.</param>
    public sealed record Bin(int Turns, double Confidence, double Right);

    /// <summary>95 % of <see cref="Accuracy"/>, by Wilson's score.</summary>
    public Interval AccuracyInterval => Wilson.Of(Confusion.Select((row, label) => row[label]).Sum(), Confusion.Sum(row => row.Sum()), 0.95);

    /// <summary>What a classifier answers, in its own labels.</summary>
    internal static IReadOnlyList<IntentPrediction> Predictions(IntentClassifier classifier, IReadOnlyList<LabelledText> texts, CancellationToken cancellationToken) =>
        classifier.Classify([.. texts.Select(text => new Utterance(text.Text, text.Context))], cancellationToken);

    /// <summary>The same, its labels read as the organisation's intents.</summary>
    internal static IReadOnlyList<Answer> Answers(IEnumerable<LabelledText> texts, IEnumerable<IntentPrediction> predictions, OwnIntents own) =>
        [.. texts.Zip(predictions, (text, prediction) => AnswerOf(text.Intent, prediction, own))];

    /// <param name="answers">At least one.</param>
    internal static HeldOutMeasure Of(IReadOnlyList<Answer> answers)
    {
        string[] labels =
        [
            .. answers.SelectMany(answer => new[] { answer.Truth, answer.Given }).Where(label => label.Length > 0).Distinct().Order(StringComparer.Ordinal),
            ConfusionCounts.None,
        ];
        var report = ClassificationReport.Of(
            [.. answers.Select(answer => Array.IndexOf(labels, answer.Truth))], [.. answers.Select(answer => Array.IndexOf(labels, answer.Given))], labels);
        var given = answers.Where(answer => answer.Given.Length > 0).ToList();
        Bin[] bins =
        [
            .. given.GroupBy(answer => Math.Clamp((int)(answer.Confidence * Bins), 0, Bins - 1)).OrderBy(bin => bin.Key)
                .Select(bin => new Bin(bin.Count(), bin.Average(answer => answer.Confidence), bin.Average(answer => answer.IsRight ? 1.0 : 0))),
        ];
        return new HeldOutMeasure(
            labels, [.. report.Confusion.Select(row => (IReadOnlyList<long>)[.. row.Select(count => (long)count)])],
            report.Accuracy, report.Labels.Where(label => label.Support > 0).Average(label => label.F1),
            given.Count == 0 ? 0 : bins.Sum(bin => bin.Turns * Math.Abs(bin.Confidence - bin.Right)) / given.Count, bins);
    }

    private static Answer AnswerOf(string? truth, IntentPrediction prediction, OwnIntents own)
    {
        var given = own.Of(prediction.Intent);
        // Several labels of the model may stand for one intent: its probability is theirs together.
        var confidence = given is null ? 0 : prediction.Ranked.Where(label => own.Of(label.Label) == given).Sum(label => label.Probability);
        return new Answer(truth ?? ConfusionCounts.None, given ?? ConfusionCounts.None, Math.Min(1, confidence));
    }

    /// <param name="Truth">A key, or <see cref="ConfusionCounts.None"/>.</param>
    /// <param name="Given">The same.</param>
    /// <param name="Confidence">Of what was given; 0 of none of these.</param>
    internal sealed record Answer(string Truth, string Given, double Confidence)
    {
        public bool IsRight => Given == Truth;
    }
}
