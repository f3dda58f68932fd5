using System.CommandLine;
using System.Diagnostics;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Training;
using ProfitPlanner.Intents.Training.Classifiers;
using ProfitPlanner.Intents.Training.DataSets;
using ProfitPlanner.Intents.Training.Taxonomy;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Trains a bundle and writes it, with what it was made from and how.</summary>
internal static class Training
{
    public static void Run(
        TrainerOptions settings, IReadOnlyList<LabelledText> train, IReadOnlyList<LabelledText>? dev, IReadOnlyList<DataFile> files,
        string folder, TensorType type, ParseResult parsed, IProgress<TrainingProgress> progress, CancellationToken cancellation, Func<Bundle, string>? card = null)
    {
        Bundle.RequireRoom(folder);
        var clock = Stopwatch.StartNew();
        // Beside it, wherever it is given from: "." is a folder, too.
        var place = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var checkpoints = place + ".checkpoints";
        var bundle = new IntentTrainer(settings with { Checkpoints = checkpoints }, progress).Train(train, dev, cancellation);
        bundle = bundle with
        {
            Manifest = bundle.Manifest with
            {
                Name = Path.GetFileName(place),
                Data = files.GroupBy(file => file.Name).SelectMany(Named).ToDictionary(file => file.Name, file => file.Sha256),
                Training = new Dictionary<string, string>
                {
                    ["command"] = $"profitplanner {string.Join(' ', Environment.GetCommandLineArgs().Skip(1))}",
                    ["seed"] = FormattableString.Invariant($"{settings.FineTuning.Seed}"),
                    ["seconds"] = FormattableString.Invariant($"{clock.Elapsed.TotalSeconds:F0}"),
                },
            },
        };
        bundle.Write(folder, type, card is null ? null : new Dictionary<string, string> { [ModelCard.FileName] = card(bundle) });
        if (Directory.Exists(checkpoints))
            Directory.Delete(checkpoints, recursive: true);
        var manifest = bundle.Manifest;
        ResultJson.Write(parsed.InvocationConfiguration.Output, new { Model = folder, Intents = manifest.Heads[0].Labels.Count, manifest.Blend, manifest.None, manifest.Metrics });
    }

    // Files of one name, from several folders, are told apart by a number.
    private static IEnumerable<DataFile> Named(IGrouping<string, DataFile> files) =>
        files.DistinctBy(file => file.Sha256).Select((file, i) => i == 0 ? file : file with { Name = FormattableString.Invariant($"{file.Name} ({i + 1})") });
}
