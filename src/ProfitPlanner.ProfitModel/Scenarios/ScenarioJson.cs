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
            // What the serializer makes of a member that must have a kind and has none, and without a path to read off.
            throw new JsonException("A kind is missing.", PathWithoutKind(json), null, null, exception);
        }
    }

    internal static JsonNode? ToNode<T>(T? value) => JsonSerializer.SerializeToNode(value, Options);

    internal static T? OfNode<T>(JsonNode? value) => value.Deserialize<T>(Options);

    internal static JsonObject ToDocument(Scenario scenario) =>
        JsonSerializer.SerializeToNode(scenario, Options)!.AsObject();

    internal static JsonNode? ToNode(Estimate estimate) => JsonSerializer.SerializeToNode(estimate, Options);

    internal static Scenario OfDocument(JsonObject document) => Read(document.ToJsonString(Options));

    private static string PathWithoutKind(string json)
    {
        var document = JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        foreach (var (i, segment) in Entries(document?["segments"]))
        {
            if (segment?["revenue"] is JsonObject revenue && revenue["kind"] is null)
                return $"$.segments[{i}].revenue";
            if (segment?["demand"] is JsonObject demand && demand["kind"] is null)
                return $"$.segments[{i}].demand";
        }
        var lines = Entries(document?["projection"]?["costLines"]).Where(line => line.Item?["kind"] is null);
        return $"$.projection.costLines[{lines.Select(line => line.Index).FirstOrDefault()}]";
    }

    private static IEnumerable<(int Index, JsonNode? Item)> Entries(JsonNode? list) => (list as JsonArray ?? []).Index();

    // The serializer guards members against null, but not the entries of lists.
    private static Scenario Complete(Scenario? scenario)
    {
        if (scenario is null)
            throw new JsonException("The scenario is null.", "$", null, null);
        Complete(scenario.Segments, "$.segments", "A segment");
        Complete(scenario.FixedCosts, "$.fixedCosts", "A fixed cost");
        Complete(scenario.Capacities, "$.capacities", "A capacity");
        Complete(scenario.Correlations, "$.correlations", "A correlation");
        Complete(scenario.Actuals, "$.actuals", "A month's actual");
        Complete(scenario.Experiments, "$.experiments", "An experiment");
        Complete(scenario.Provenance.Values, "$.provenance", "A provenance");
        foreach (var (i, segment) in scenario.Segments.Index())
            Complete(segment.Lifecycle?.PriceChanges ?? [], $"$.segments[{i}].lifecycle.priceChanges", "A price change");
        if (scenario.Projection is not { } projection)
            return scenario;
        Complete(projection.Channels, "$.projection.channels", "A channel");
        Complete(projection.CostLines, "$.projection.costLines", "A cost line");
        Complete(projection.FundingRounds, "$.projection.fundingRounds", "A funding round");
        return scenario;
    }

    private static void Complete(IEnumerable<object?> entries, string path, string entry)
    {
        if (entries.Contains(null))
            throw new JsonException($"{entry} is null.", path, null, null);
    }
}
