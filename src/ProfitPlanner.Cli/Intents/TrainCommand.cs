using System.CommandLine;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Training.Classifiers;
using ProfitPlanner.Intents.Training.FineTuning;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Labelled texts in, a bundle out.</summary>
internal static class TrainCommand
{
    private const int MostEncoders = 16;
    private const int LeastTokens = 3;
    private const int MostTokens = 512;

    public static Command Create()
    {
        var data = new Option<string>("--data") { Description = "A CSV of texts and their intents.", Required = true };
        var dev = new Option<string?>("--dev") { Description = "One to choose by; without it a tenth of the texts is held out for that, and learned from at the end." };
        var output = new Option<string>("--out") { Description = "The folder of the bundle.", Required = true };
        var encoder = new Option<string?>("--encoder") { Description = "A folder in Hugging Face's layout to fine-tune: from 'pretrain' or 'pull'." };
        var size = TrainingOptions.Size("without it small, and for few texts in English the encoder of the model that ships is fine-tuned");
        var encoders = CountOption.Create("--encoders", "How many encoders share the work.", MostEncoders, TrainerOptions.UsualEncoders);
        var epochs = TrainingOptions.Epochs();
        var patience = CountOption.Create("--patience", "Epochs without a better result on held-out texts after which training stops; without it never.", TrainingOptions.MostEpochs);
        var length = CountOption.Create("--max-length", "Tokens that are read of a text, its marks of beginning and end among them.", MostTokens, 64, LeastTokens);
        var threads = TrainingOptions.Threads();
        var seed = TrainingOptions.Seed("bundle");
        var half = new Option<bool>("--half") { Description = "Store weights in half precision: half the size." };
        var options = new DataOptions();
        var starter = new StarterOptions();

        var command = new Command("train", "Train a classifier from labelled texts.") { data, dev, output, encoder, size, encoders, epochs, patience, length, threads, seed, half };
        options.AddTo(command);
        starter.AddTo(command);
        command.Validators.Add(given =>
        {
            if (given.GetValue(encoder) is not null && given.GetValue(size) is not null)
                given.AddError("--encoder and --config exclude each other: an encoder that is fine-tuned has its size.");
        });
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var progress = starter.Begin(parsed);
            var train = options.Read(parsed.GetRequiredValue(data), parsed);
            var held = parsed.GetValue(dev) is { } path ? options.Read(path, parsed) : null;
            var folder = parsed.GetRequiredValue(output);
            var settings = new TrainerOptions
            {
                Encoder = parsed.GetValue(encoder),
                Size = parsed.GetValue(size) is { } asked ? TrainingOptions.SizeOf(asked) : null,
                Encoders = parsed.GetValue(encoders),
                Epochs = parsed.GetValue(epochs),
                MaxLength = parsed.GetValue(length),
                FineTuning = new FineTuneOptions { Patience = parsed.GetValue(patience), Seed = parsed.GetValue(seed), Threads = parsed.GetValue(threads) },
            };
            Training.Run(settings, train.Rows, held?.Rows, [.. train.Files, .. held?.Files ?? []], folder, parsed.GetValue(half) ? TensorType.F16 : TensorType.F32, parsed, progress, cancellation);
            return ExitCode.Success;
        }, cancellation));
        return command;
    }
}
