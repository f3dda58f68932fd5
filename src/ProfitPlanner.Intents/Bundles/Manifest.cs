using System.Text.Json;
using System.Text.Json.Serialization;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Intents.Encoder;
using ProfitPlanner.Intents.Metrics;

namespace ProfitPlanner.Intents.Bundles;

/// <summary>What a bundle says of itself: <c>manifest.json</c>.</summary>
public sealed record Manifest
{
    /// <summary>The newest format that this version reads.</summary>
    public const int NewestFormat = 2;

    /// <summary>The file's name.</summary>
    public const string FileName = "manifest.json";

    /// <summary>What figures of 8-bit integers are called in <see cref="Metrics"/>, before the point.</summary>
    public const string Quantised = "int8";

    /// <summary>What the classifier's own figures are called there.</summary>
    public const string Blended = "blend";

    private const double Likely = 0.5;

    // Of accuracy and of macro-F1; on a thousand held-out texts one of them.
    private const double Nothing = 0.001;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Of the bundle's layout; a newer one than <see cref="NewestFormat"/> is refused.</summary>
    public required int Format { get; init; }

    /// <summary>What the model is called.</summary>
    public required string Name { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>What the encoders are read for; the first is the intent.</summary>
    public required IReadOnlyList<Head> Heads { get; init; }

    /// <summary>How many encoders there are; their probabilities are averaged.</summary>
    public required int Encoders { get; init; }

    /// <summary>Whether letters are made small, and accents dropped.</summary>
    public required bool LowerCase { get; init; }

    /// <summary>Tokens that are read of a text with its context; the rest is cut.</summary>
    public required int MaxLength { get; init; }

    /// <summary>How encoders and linear model become one.</summary>
    public required Blend Blend { get; init; }

    /// <summary>When the answer is 'none of these'; null where it never is.</summary>
    public NoneRule? None { get; init; }

    /// <summary>From which probability on a further label is given beside the most probable one, in (0, 0.5]; null where a text has one. Of <see cref="HeadKind.OneLabel"/>.</summary>
    public double? Also { get; init; }

    /// <summary>Figures on dev, by name.</summary>
    public required IReadOnlyDictionary<string, double> Metrics { get; init; }

    /// <summary>What it was made from: SHA-256 of each file by its name.</summary>
    public required IReadOnlyDictionary<string, string> Data { get; init; }

    /// <summary>How it was made: command, seed, seconds, versions.</summary>
    public required IReadOnlyDictionary<string, string> Training { get; init; }

    /// <summary>SHA-256 of each other file by its path in the bundle, with slashes.</summary>
    public required IReadOnlyDictionary<string, string> Files { get; init; }

    /// <summary>Whether held-out texts get their intents as well on 8-bit integers; not where the figures do not say.</summary>
    [JsonIgnore]
    public bool LosesNothingQuantised => IsKept("accuracy") && IsKept("macroF1");

    /// <summary>The labels given by probabilities, before any 'none of these': numbers, the most probable first.</summary>
    /// <param name="probabilities">Of the blend, [labels].</param>
    public int[] Given(float[] probabilities)
    {
        int[] ranked = [.. Enumerable.Range(0, probabilities.Length).OrderByDescending(label => probabilities[label])];
        return Heads[0].Kind == HeadKind.AnyLabels
            ? [.. ranked.TakeWhile(label => probabilities[label] >= Likely)]
            : [ranked[0], .. ranked.Skip(1).TakeWhile(label => probabilities[label] >= Also)];
    }

    /// <summary>Reads the manifest of a bundle.</summary>
    /// <exception cref="InvalidDataException">A sentence that says what is wrong, and what to do.</exception>
    public static Manifest Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            throw new InvalidDataException($"{folder} is no bundle: it has no {FileName}.");
        Manifest manifest;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            // Before anything else, which may have changed since.
            if (!document.RootElement.TryGetProperty("format", out var format) || !format.TryGetInt32(out var number) || number < 1)
                throw new InvalidDataException($"{path} does not say its format.");
            if (number > NewestFormat)
                throw new InvalidDataException($"{path} is of format {number}; this version reads up to {NewestFormat}. Update ProfitPlanner, or train the model anew.");
            manifest = document.Deserialize<Manifest>(Json)!;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw new InvalidDataException($"{path} cannot be read: {e.Message}", e);
        }
        return manifest.Problem is { } problem ? throw new InvalidDataException($"{path}: {problem}") : manifest;
    }

    internal void Write(string folder) =>
        File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Json) + "\n");

    private bool IsKept(string figure) =>
        Metrics.TryGetValue($"{Quantised}.{figure}", out var quantised) && Metrics.TryGetValue($"{Blended}.{figure}", out var blended) && quantised >= blended - Nothing;

    private string? Problem =>
        // What a list holds is not checked by its annotation.
        Heads.Count == 0 || Heads.Any(head => head is null || head.Labels.Any(label => label is null)) || Heads[0].Name != Head.Intent || Heads[0].Kind == HeadKind.TokenLabels ? "the first head is not the intent."
        : Heads.Any(head => head.Labels.Count == 0 || head.Labels.Distinct().Count() != head.Labels.Count) ? "a head has no labels, or one twice."
        : Heads.DistinctBy(head => head.Name).Count() != Heads.Count ? "two heads have one name."
        : Encoders is < 1 or > 16 ? "there must be 1 to 16 encoders."
        : Also is not (null or > 0 and <= 0.5) ? "also must be above 0 and at most 0.5."
        : MaxLength < 3 ? "maxLength must be at least 3."
        : Blend is { LinearShare: >= 0 and <= 1, EncoderTemperature: > 0, LinearTemperature: > 0, Temperature: > 0 } ? null : "the blend is not one.";
}
