using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProfitPlanner.Intents.Taxonomy;

/// <summary>
/// The general support intents of the model that ships: <c>support.json</c>, which says too where the labels of the
/// data go that it was trained on (docs/intents/taxonomy.md).
/// </summary>
public static class SupportIntents
{
    private const string Resource = "support.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    private static readonly Lazy<IReadOnlyDictionary<string, SupportIntent>> Loaded = new(
        () => JsonSerializer.Deserialize<Content>(Read(), Json)!.Intents.ToDictionary(intent => intent.Id));

    /// <summary>The intents by their id, which is the model's label.</summary>
    public static IReadOnlyDictionary<string, SupportIntent> ById => Loaded.Value;

    /// <summary>The whole resource.</summary>
    public static byte[] Read()
    {
        using var stream = typeof(SupportIntents).Assembly.GetManifestResourceStream(Resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private sealed record Content(IReadOnlyList<SupportIntent> Intents);
}
