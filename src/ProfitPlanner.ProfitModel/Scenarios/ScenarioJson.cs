using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// A scenario as JSON: members in camelCase, a currency as its code, enums as words, the way a segment pays with its
/// <c>kind</c>, decimals as numbers without trailing zeros. Reading what was written gives the same scenario.
/// </summary>
public static class ScenarioJson
{
    internal static JsonSerializerOptions Options { get; } = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new DecimalJsonConverter() },
        // What can be computed from the rest is not written, and would be refused when read.
        IgnoreReadOnlyProperties = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        // A database may store members in an order of its own.
        AllowOutOfOrderMetadataProperties = true,
        // Chinese stays legible; what is special in HTML is still escaped.
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The scenario as JSON.</summary>
    public static string Write(Scenario scenario) => JsonSerializer.Serialize(scenario, Options);

    /// <summary>The scenario of a JSON text. It may have <see cref="Validation.Problems"/>.</summary>
    /// <exception cref="JsonException">
    /// It is not JSON, a member is unknown, missing, twice there or of the wrong type, or an entry is null; the
    /// exception's path says where.
    /// </exception>
    public static Scenario Read(string json)
    {
        try
        {
            return Complete(JsonSerializer.Deserialize<Scenario>(json, Options));
        }
        catch (NotSupportedException exception)
        {
            // What the serializer makes of a segment whose way to pay has no kind, and without a path to read off.
            throw new JsonException("A way to pay has no kind.", PathWithoutKind(json), null, null, exception);
        }
    }

    internal static JsonNode? ToNode<T>(T? value) => JsonSerializer.SerializeToNode(value, Options);

    internal static T? OfNode<T>(JsonNode? value) => value.Deserialize<T>(Options);

    internal static JsonObject ToDocument(Scenario scenario) =>
        JsonSerializer.SerializeToNode(scenario, Options)!.AsObject();

    internal static Scenario OfDocument(JsonObject document) => Read(document.ToJsonString(Options));

    private static string PathWithoutKind(string json)
    {
        var document = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        var segments = document!["segments"]!.AsArray().ToList();
        return $"$.segments[{segments.FindIndex(segment => segment?["revenue"]?["kind"] is null)}].revenue";
    }

    // The serializer guards members against null, but not the entries of lists.
    private static Scenario Complete(Scenario? scenario)
    {
        if (scenario is null)
            throw new JsonException("The scenario is null.", "$", null, null);
        if (scenario.Segments.Contains(null))
            throw new JsonException("A segment is null.", "$.segments", null, null);
        if (scenario.FixedCosts.Contains(null))
            throw new JsonException("A fixed cost is null.", "$.fixedCosts", null, null);
        if (scenario.Capacities.Contains(null))
            throw new JsonException("A capacity is null.", "$.capacities", null, null);
        if (scenario.Correlations.Contains(null))
            throw new JsonException("A correlation is null.", "$.correlations", null, null);
        if (scenario.Provenance.Values.Contains(null))
            throw new JsonException("A provenance is null.", "$.provenance", null, null);
        return scenario;
    }
}
