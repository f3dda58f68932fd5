using System.CommandLine;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;
using ProfitPlanner.Intents.Training.Classifiers;

namespace ProfitPlanner.Cli.Intents;

/// <summary>How good a bundle is on labelled texts.</summary>
internal static class EvaluateCommand
{
    public static Command Create()
    {
        var model = ModelOption.Create();
        var engine = ModelOption.Engine();
        var data = new Option<string>("--data") { Description = "A CSV of texts and their intents.", Required = true };
        var json = new Option<bool>("--json") { Description = "All figures as JSON." };
        var options = new DataOptions();
        var command = new Command("evaluate", "Measure a bundle on labelled texts.") { model, data, json, engine };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var rows = options.Read(parsed.GetRequiredValue(data), parsed).Rows;
            using var classifier = ModelOption.Load(parsed.GetRequiredValue(model), parsed.GetRequiredValue(engine));
            var evaluation = Evaluation.Of(classifier, rows);
            if (parsed.GetValue(json))
                ResultJson.Write(parsed.InvocationConfiguration.Output, evaluation);
            else
                Print(parsed.InvocationConfiguration.Output, evaluation, classifier);
            return ExitCode.Success;
        });
        return command;
    }

    private static void Print(TextWriter output, Evaluation evaluation, IntentClassifier classifier)
    {
        output.WriteLine(FormattableString.Invariant($"{evaluation.Rows:N0} texts, {classifier.Manifest.Heads[0].Labels.Count} intents"));
        output.WriteLine(FormattableString.Invariant($"accuracy {evaluation.Accuracy:P2}   macro-F1 {evaluation.MacroF1:P2}   ECE {evaluation.Ece:F3}"));
        if (evaluation.OutOfScope is { } none)
            output.WriteLine(FormattableString.Invariant($"none of these: AUROC {none.Auroc:F3}, recall {none.Recall:P1}, precision {none.Precision:P1}, accuracy in scope with it {none.InScopeAccuracy:P2}"));
        Print(output, "intent", "texts", evaluation.Labels);
        foreach (var (head, labels) in evaluation.Others)
            Print(output, head, head == Head.Personal ? "words" : "texts", labels);
        output.WriteLine();
        foreach (var (right, given, count) in evaluation.Confusions.Take(20))
            output.WriteLine(FormattableString.Invariant($"{count,4} x {right} taken for {given}"));
    }

    private static void Print(TextWriter output, string heading, string rows, IReadOnlyList<LabelFigures> labels)
    {
        var width = labels.Max(label => Math.Max(label.Label.Length, heading.Length));
        output.WriteLine();
        output.WriteLine($"{heading.PadRight(width)}  precision  recall     F1  {rows}");
        foreach (var label in labels.OrderBy(label => label.F1))
            output.WriteLine(FormattableString.Invariant($"{label.Label.PadRight(width)}  {label.Precision,9:P1} {label.Recall,7:P1} {label.F1,6:P1} {label.Support,6}"));
    }
}
