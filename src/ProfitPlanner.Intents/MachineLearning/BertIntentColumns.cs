using System.Text.Json;
using ProfitPlanner.Intents.Bundles;

namespace ProfitPlanner.Intents.MachineLearning;

/// <summary>Which columns a <see cref="BertIntentTransformer"/> reads and writes; it is saved beside the bundle's other files.</summary>
public sealed record BertIntentColumns
{
    internal const string FileName = "columns.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
    };

    /// <summary>What was said: text.</summary>
    public string Text { get; init; } = "Text";

    /// <summary>What the same person said before: text; null where there is none.</summary>
    public string? Context { get; init; }

    /// <summary>The label given: a key.</summary>
    public string PredictedLabel { get; init; } = "PredictedLabel";

    /// <summary>The probability of each label: a vector.</summary>
    public string Score { get; init; } = "Score";

    /// <summary>
    /// The values of the key, and slots of the score, in their order: that of the label column, by which ML.NET evaluates. Labels
    /// that the model does not know are never given. Null for the model's own labels.
    /// </summary>
    public IReadOnlyList<string>? KeyValues { get; init; }

    /// <summary>Which of <see cref="KeyValues"/> stands for 'none of these'; a missing key does where null.</summary>
    public string? None { get; init; }

    /// <summary>As they were saved with a bundle; as usual where they were not.</summary>
    /// <exception cref="InvalidDataException">The file says something else.</exception>
    internal static BertIntentColumns Of(Manifest manifest, string folder)
    {
        if (!manifest.Files.ContainsKey(FileName))
            return new BertIntentColumns();
        var path = Path.Combine(folder, FileName);
        BertIntentColumns? columns;
        try
        {
            columns = JsonSerializer.Deserialize<BertIntentColumns>(File.ReadAllBytes(path), Json);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message}", e);
        }
        return columns is null || columns.KeyValues?.Contains(null) == true
            ? throw new InvalidDataException($"{path} is empty, or has a key value that is.")
            : columns;
    }

    internal string ToJson() => JsonSerializer.Serialize(this, Json) + "\n";
}
