using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ProfitPlanner.Intents.Bundles;

/// <summary>What a classifier gave to held-out texts whose label is known, 'none of these' included: <c>confusion.json</c>. Counts of what it gives are corrected by it.</summary>
/// <param name="Labels">Of the intent, as in the manifest.</param>
/// <param name="Counts">Texts by their label and by the one given, each with 'none of these' last: [labels + 1][labels + 1].</param>
public sealed record HeldOutConfusion(IReadOnlyList<string> Labels, IReadOnlyList<IReadOnlyList<long>> Counts)
{
    /// <summary>The file's name.</summary>
    public const string FileName = "confusion.json";

    private const string Part = "confusion.part";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>With the row of each label from further texts where they are more than its own; the same texts again change nothing.</summary>
    /// <param name="texts">By the label and the one given, null for 'none of these'. A label that is not among <see cref="Labels"/> is none of them.</param>
    public HeldOutConfusion With(IReadOnlyCollection<(string? Label, string? Given)> texts)
    {
        var places = Labels.Index().ToDictionary(label => label.Item, label => label.Index);
        int Place(string? label) => label is not null && places.TryGetValue(label, out var place) ? place : Labels.Count;
        var rows = texts.ToLookup(text => Place(text.Label), text => Place(text.Given));
        return this with { Counts = [.. Counts.Select((own, label) => rows[label].Count() <= own.Sum() ? own : Row(rows[label]))] };

        IReadOnlyList<long> Row(IEnumerable<int> given)
        {
            var counts = new long[Labels.Count + 1];
            foreach (var place in given)
                counts[place]++;
            return counts;
        }
    }

    /// <summary>Puts it into a bundle that stands in a folder, in place of the one there; nothing else of the bundle changes.</summary>
    /// <exception cref="InvalidDataException">There is no bundle, or its labels are others.</exception>
    public void AddTo(string folder)
    {
        var manifest = Manifest.Read(folder);
        if (Problem(manifest.Heads[0].Labels) is { } problem)
            throw new InvalidDataException($"{folder}: {problem}");
        // Both are made beside the bundle and then moved: one that is killed meanwhile is a bundle still, but between the two moves.
        var made = Directory.CreateDirectory(Path.Combine(folder, Part)).FullName;
        Write(made);
        var files = new SortedDictionary<string, string>(manifest.Files.ToDictionary(), StringComparer.Ordinal)
        {
            [FileName] = Fingerprint.OfFile(Path.Combine(made, FileName)),
        };
        (manifest with { Files = files }).Write(made);
        foreach (var file in (string[])[FileName, Manifest.FileName])
            File.Move(Path.Combine(made, file), Path.Combine(folder, file), overwrite: true);
        Directory.Delete(made);
    }

    internal static HeldOutConfusion Read(string path, IReadOnlyList<string> labels)
    {
        HeldOutConfusion read;
        try
        {
            read = JsonSerializer.Deserialize<HeldOutConfusion>(File.ReadAllBytes(path), Json) ?? throw new InvalidDataException($"{path} is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message}", e);
        }
        return read.Problem(labels) is { } problem ? throw new InvalidDataException($"{path}: {problem}") : read;
    }

    /// <summary>A row of counts a line, so that two versions can be compared.</summary>
    internal void Write(string folder)
    {
        var text = new StringBuilder("{\n  \"labels\": ").Append(JsonSerializer.Serialize(Labels)).Append(",\n  \"counts\": [\n");
        text.AppendJoin(",\n", Counts.Select(row => $"    [{string.Join(", ", row.Select(count => count.ToString(CultureInfo.InvariantCulture)))}]"));
        File.WriteAllText(Path.Combine(folder, FileName), text.Append("\n  ]\n}\n").ToString());
    }

    private string? Problem(IReadOnlyList<string> labels) =>
        !Labels.SequenceEqual(labels) ? "the confusion is of other labels than the model's."
        : Counts.Count != labels.Count + 1 || Counts.Any(row => row is null || row.Count != labels.Count + 1 || row.Any(count => count < 0)) ? $"the confusion is not of {labels.Count + 1} rows of {labels.Count + 1} counts."
        : null;
}
