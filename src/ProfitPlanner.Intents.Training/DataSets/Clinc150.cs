using System.Text.Json;

namespace ProfitPlanner.Intents.Training.DataSets;

/// <summary>
/// CLINC150: split → rows of text and intent, in JSON; texts out of scope have the label <see cref="LabelledText.OutOfScope"/>.
/// Source: Larson et al., 2019, "An Evaluation Dataset for Intent Classification and Out-of-Scope Prediction".
/// </summary>
public static class Clinc150
{
    /// <summary>Reads a file whole.</summary>
    /// <returns>Name of a split (train, val, oos_train, oos_val …) → its rows; the line of a row is its place in the split.</returns>
    /// <exception cref="InvalidDataException">A sentence with the file, the split and the row that is wrong.</exception>
    public static IReadOnlyDictionary<string, TextSet> Read(string path) =>
        DataFile.Read(path, (text, file) =>
        {
            try
            {
                using var json = JsonDocument.Parse(text);
                return json.RootElement.EnumerateObject()
                    .ToDictionary(split => split.Name, split => new TextSet([file], [.. split.Value.EnumerateArray().Select((row, i) => Row(row, split.Name, i + 1))], []));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or ArgumentException)
            {
                throw new InvalidDataException("this is not JSON of the shape { split: [[text, intent], …] }.", e);
            }
        });

    private static LabelledText Row(JsonElement row, string split, int place)
    {
        string[] cells = row.ValueKind == JsonValueKind.Array
            ? [.. row.EnumerateArray().Select(cell => cell.ValueKind == JsonValueKind.String ? cell.GetString()!.Trim() : "")]
            : [];
        return cells is [{ Length: > 0 } text, { Length: > 0 } label]
            ? new LabelledText(text, [label]) { Line = place }
            : throw new InvalidDataException($"row {place} of {split} is not a text and an intent.");
    }
}
