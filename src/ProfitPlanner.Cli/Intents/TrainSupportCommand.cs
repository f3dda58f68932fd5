using System.CommandLine;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Ngrams;
using ProfitPlanner.Intents.Training.Classifiers;
using ProfitPlanner.Intents.Training.FineTuning;
using ProfitPlanner.Intents.Training.Taxonomy;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Makes the classifier of general support intents from the public data sets.</summary>
internal static class TrainSupportCommand
{
    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "The folder of banking77, clinc150 and multidogo.", Required = true };
        var output = new Option<string>("--out") { Description = "The folder of the bundle.", Required = true };
        var encoder = new Option<string?>("--encoder") { Description = "A folder in Hugging Face's layout to fine-tune: from 'pretrain'." };
        var epochs = TrainingOptions.Epochs();
        var threads = TrainingOptions.Threads();
        var command = new Command("train-support", "Train the classifier of general support intents; see docs/intents/taxonomy.md.") { data, output, encoder, epochs, threads };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var taxonomy = SupportTaxonomy.Load();
            var texts = SupportData.Read(parsed.GetRequiredValue(data), taxonomy);
            foreach (var notice in texts.Notices)
                Console.Error.WriteLine(notice);
            var settings = new TrainerOptions
            {
                Encoder = parsed.GetValue(encoder),
                Epochs = parsed.GetValue(epochs),
                // The bundle lies in the repository, and has 16 MB there.
                Ngrams = new NgramOptions { Least = 3 },
                FineTuning = new FineTuneOptions { Threads = parsed.GetValue(threads) },
            };
            // A text of two intents is one in two hundred: too few to learn from, and the answer is one intent.
            Training.Run(
                settings, [.. texts.Train.Where(row => row.Labels.Count == 1)], [.. texts.Dev.Where(row => row.Labels.Count == 1)],
                texts.Files, parsed.GetRequiredValue(output), TensorType.F16, parsed, ProgressLines.Text(), cancellation,
                bundle => ModelCard.Of(bundle.Manifest, bundle.Encoders[0].Config, texts, taxonomy));
            return ExitCode.Success;
        }, cancellation));
        return command;
    }
}
