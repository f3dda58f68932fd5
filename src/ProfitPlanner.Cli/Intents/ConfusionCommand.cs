using System.CommandLine;
using ProfitPlanner.Intents.Training.Classifiers;
using ProfitPlanner.Intents.Training.DataSets;
using ProfitPlanner.Intents.Training.Taxonomy;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Gives a bundle that was made without one its confusion: what its counts are corrected by.</summary>
internal static class ConfusionCommand
{
    public static Command Create()
    {
        // Named, as it is changed.
        var model = new Option<string>("--model") { Description = "The folder of a trained bundle.", Required = true };
        var engine = ModelOption.Engine();
        var data = new Option<string>("--data") { Description = "A CSV of held-out texts and their intents; or the folder of banking77, clinc150 and multidogo, of which the dev texts are taken.", Required = true };
        var options = new DataOptions();
        var command = new Command("confusion", "Count a bundle's errors on held-out texts, and keep them in it.") { model, data, engine };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            var (path, folder) = (parsed.GetRequiredValue(data), parsed.GetRequiredValue(model));
            IReadOnlyList<LabelledText> rows = Directory.Exists(path) ? SupportData.Read(path, SupportTaxonomy.Load()).Dev : options.Read(path, parsed).Rows;
            using var classifier = ModelOption.Load(folder, parsed.GetRequiredValue(engine));
            var confusion = ConfusionFigures.Of(classifier, rows) ?? throw new InvalidDataException($"{folder} gives a text several intents: it has no confusion.");
            confusion.AddTo(folder);
            var texts = confusion.Counts.Sum(row => row.Sum());
            ResultJson.Write(parsed.InvocationConfiguration.Output, new { Model = folder, Texts = texts, Right = confusion.Counts.Select((row, label) => row[label]).Sum() });
            return ExitCode.Success;
        });
        return command;
    }
}
