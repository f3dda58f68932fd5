using System.CommandLine;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.DataSets;
using ProfitPlanner.Intents.Training.Pretraining;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Text in, an encoder in Hugging Face's layout out.</summary>
internal static class PretrainCommand
{
    private const int MostTokens = 100_000;

    public static Command Create()
    {
        var text = new Option<string[]>("--text") { Description = "Text files, one utterance a line; .gz too.", Required = true, AllowMultipleArgumentsPerToken = true };
        var output = new Option<string>("--out") { Description = "The folder of the encoder.", Required = true };
        var size = TrainingOptions.Size("without it small");
        var words = CountOption.Create("--vocabulary", "Tokens of its vocabulary.", MostTokens, 8_000);
        var epochs = TrainingOptions.Epochs(10);
        var threads = TrainingOptions.Threads();
        var seed = TrainingOptions.Seed("encoder");

        var command = new Command("pretrain", "Teach an encoder which words belong together, from text without labels.") { text, output, size, words, epochs, threads, seed };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetRequiredValue(output)));
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
                throw new InvalidDataException($"{folder} is there and not empty; name another folder.");
            var asked = TrainingOptions.SizeOf(parsed.GetValue(size) ?? "small");
            string[] lines = [.. parsed.GetRequiredValue(text).SelectMany(TextLines.Read).Distinct()];
            Console.Error.WriteLine(FormattableString.Invariant($"{lines.Length:N0} different utterances"));
            var vocabulary = VocabularyTrainer.Train(lines, parsed.GetValue(words), cancellationToken: cancellation);
            var config = asked with { VocabSize = vocabulary.Count };
            var options = new PretrainOptions { Epochs = parsed.GetValue(epochs), Threads = parsed.GetValue(threads), Seed = parsed.GetValue(seed) };
            var (encoder, loss) = new Pretrainer(config, new BertTokenizer(vocabulary), options).Train(null, lines, folder + ".checkpoints", ProgressLines.Text(), cancellation);

            new EncoderFolder(config, vocabulary, encoder).Write(folder);
            Directory.Delete(folder + ".checkpoints", recursive: true);
            ResultJson.Write(parsed.InvocationConfiguration.Output, new { Encoder = folder, Utterances = lines.Length, Vocabulary = vocabulary.Count, Loss = loss });
            return ExitCode.Success;
        }, cancellation));
        return command;
    }
}
