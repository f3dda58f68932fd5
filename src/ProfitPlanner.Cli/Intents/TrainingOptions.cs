using System.CommandLine;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Training.Classifiers;

namespace ProfitPlanner.Cli.Intents;

/// <summary>Options that commands which train have in common.</summary>
internal static class TrainingOptions
{
    public const int MostEpochs = 1_000;
    private const int MostThreads = 256;

    public static Option<string?> Size(string otherwise) => new("--config")
    {
        Description = $"The size of an encoder that is trained from the start: tiny, small, medium, base, or a config.json; {otherwise}.",
    };

    public static Option<int> Seed(string result) => CountOption.Create("--seed", $"The same seed and texts give the same {result}.", int.MaxValue, 1);

    public static Option<int?> Threads() => CountOption.Create("--threads", "Threads; without it one a core.", MostThreads);

    public static Option<int?> Epochs() => CountOption.Create("--epochs", "Passes over the texts; without it as many as they need.", MostEpochs);

    public static Option<int> Epochs(int usual) => CountOption.Create("--epochs", "Passes over the texts.", MostEpochs, usual);

    /// <exception cref="InvalidDataException">There is no such size, or the file is wrong: a sentence.</exception>
    public static BertConfig SizeOf(string name) => File.Exists(name) ? BertConfig.Read(name) : EncoderSizes.Named(name);
}
