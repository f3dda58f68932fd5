using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Encoder;

/// <summary>An encoder as a folder in Hugging Face's layout.</summary>
/// <param name="Config">Its size: <c>config.json</c>.</param>
/// <param name="Vocabulary">Its tokens: <c>vocab.txt</c>.</param>
/// <param name="Weights">Its weights, and those of heads where it has any: <c>model.safetensors</c>.</param>
public sealed record EncoderFolder(BertConfig Config, Vocabulary Vocabulary, SafeTensors Weights)
{
    /// <summary>The file of <see cref="Config"/>.</summary>
    public const string ConfigFile = "config.json";

    /// <summary>The file of <see cref="Vocabulary"/>.</summary>
    public const string VocabularyFile = "vocab.txt";

    /// <summary>The file of <see cref="Weights"/>.</summary>
    public const string WeightsFile = "model.safetensors";

    /// <summary>Reads a folder.</summary>
    /// <exception cref="InvalidDataException">A file is wrong, or they do not fit each other: a sentence that names it.</exception>
    public static EncoderFolder Read(string folder)
    {
        var (config, vocabulary) = (BertConfig.Read(Path.Combine(folder, ConfigFile)), Vocabulary.Read(Path.Combine(folder, VocabularyFile)));
        return config.VocabSize == vocabulary.Count
            ? new EncoderFolder(config, vocabulary, SafeTensors.Read(Path.Combine(folder, WeightsFile)))
            : throw new InvalidDataException($"{folder}: {ConfigFile} speaks of {config.VocabSize} tokens and {VocabularyFile} has {vocabulary.Count}.");
    }

    /// <summary>Writes a folder; it is made.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        Config.Write(Path.Combine(folder, ConfigFile));
        Vocabulary.Write(Path.Combine(folder, VocabularyFile));
        Weights.Write(Path.Combine(folder, WeightsFile));
    }
}
