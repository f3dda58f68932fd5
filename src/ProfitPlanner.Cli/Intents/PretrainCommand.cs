using System.CommandLine;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Tokens;
using ProfitPlanner.Intents.Training.Classifiers;
using ProfitPlanner.Intents.Training.DataSets;
using ProfitPlanner.Intents.Training.Pretraining;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Text in, an encoder in Hugging Face's layout out.</summary>
internal static class PretrainCommand
{
    private const int MostEpochs = 1_000;
    private const int MostTokens = 100_000;
    private const int MostThreads = 256;

    public static Command Create()
    {
        var text = new Option<string[]>("--text") { Description = "Text files, one utterance a line; .gz too.", Required = true, AllowMultipleArgumentsPerToken = true };
        var output = new Option<string>("--out") { Description = "The folder of the encoder.", Required = true };
        var size = new Option<string>("--config") { Description = "Its size: tiny, small, medium, base, or a config.json.", DefaultValueFactory = _ => "small" };
        var words = CountOption.Create("--vocabulary", "Tokens of its vocabulary.", MostTokens, 8_000);
        var epochs = CountOption.Create("--epochs", "Passes over the text.", MostEpochs, 10);
        var threads = CountOption.Create("--threads", "Threads; without it one a core.", MostThreads);
        var seed = CountOption.Create("--seed", "The same seed and text give the same encoder.", int.MaxValue, 1);

        var command = new Command("pretrain", "Teach an encoder which words belong together, from text without labels.") { text, output, size, words, epochs, threads, seed };
        command.SetAction((parsed, cancellation) => Task.Run(() =>
        {
            string[] lines = [.. parsed.GetRequiredValue(text).SelectMany(TextLines.Read).Distinct()];
            var folder = Path.TrimEndingDirectorySeparator(parsed.GetRequiredValue(output));
            Console.Error.WriteLine(FormattableString.Invariant($"{lines.Length:N0} different utterances"));
            var vocabulary = VocabularyTrainer.Train(lines, parsed.GetValue(words), cancellationToken: cancellation);
            var config = (File.Exists(parsed.GetRequiredValue(size)) ? BertConfig.Read(parsed.GetRequiredValue(size)) : EncoderSizes.Named(parsed.GetRequiredValue(size))) with { VocabSize = vocabulary.Count };
            var options = new PretrainOptions { Epochs = parsed.GetValue(epochs), Threads = parsed.GetValue(threads), Seed = parsed.GetValue(seed) };
            var (encoder, loss) = new Pretrainer(config, new BertTokenizer(vocabulary), options).Train(null, lines, folder + ".checkpoints", new ProgressLine(), cancellation);

            Directory.CreateDirectory(folder);
            config.Write(Path.Combine(folder, "config.json"));
            vocabulary.Write(Path.Combine(folder, "vocab.txt"));
            encoder.Write(Path.Combine(folder, "model.safetensors"));
            Directory.Delete(folder + ".checkpoints", recursive: true);
            ResultJson.Write(parsed.InvocationConfiguration.Output, new { Encoder = folder, Utterances = lines.Length, Vocabulary = vocabulary.Count, Loss = loss });
            return ExitCode.Success;
        }, cancellation));
        return command;
    }
}
