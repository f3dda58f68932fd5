using System.Text.Json;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Intents.Tokens;

namespace ProfitPlanner.Intents.Encoder;

/// <summary>An encoder as a folder in Hugging Face's layout.</summary>
/// <param name="Config">Its size: <c>config.json</c>.</param>
/// <param name="Vocabulary">Its tokens: <c>vocab.txt</c>.</param>
/// <param name="Weights">Its weights, and those of heads where it has any: <c>model.safetensors</c>.</param>
/// <param name="LowerCase">Whether it reads letters in lower case: <c>do_lower_case</c> of <c>tokenizer_config.json</c>, and so where there is none.</param>
public sealed record EncoderFolder(BertConfig Config, Vocabulary Vocabulary, SafeTensors Weights, bool LowerCase = true)
{
    /// <summary>The file of <see cref="Config"/>.</summary>
    public const string ConfigFile = "config.json";

    /// <summary>The file of <see cref="Vocabulary"/>.</summary>
    public const string VocabularyFile = "vocab.txt";

    /// <summary>The file of <see cref="Weights"/>.</summary>
    public const string WeightsFile = "model.safetensors";

    private const string TokenizerFile = "tokenizer_config.json";

    /// <summary>Reads a folder.</summary>
    /// <exception cref="InvalidDataException">A file is wrong, or they do not fit each other: a sentence that names it.</exception>
    public static EncoderFolder Read(string folder)
    {
        var (config, vocabulary) = (BertConfig.Read(Path.Combine(folder, ConfigFile)), Vocabulary.Read(Path.Combine(folder, VocabularyFile)));
        return config.VocabSize == vocabulary.Count
            ? new EncoderFolder(config, vocabulary, SafeTensors.Read(Path.Combine(folder, WeightsFile)), ReadLowerCase(Path.Combine(folder, TokenizerFile)))
            : throw new InvalidDataException($"{folder}: {ConfigFile} speaks of {config.VocabSize} tokens and {VocabularyFile} has {vocabulary.Count}.");
    }

    private static bool ReadLowerCase(string path)
    {
        if (!File.Exists(path))
            return true;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement is not { ValueKind: JsonValueKind.Object } root || !root.TryGetProperty("do_lower_case", out var lower) || lower.ValueKind != JsonValueKind.False;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message}", e);
        }
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
