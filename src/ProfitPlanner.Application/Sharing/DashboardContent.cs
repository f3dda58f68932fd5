using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Sharing;

/// <summary>
/// All that a dashboard shows, frozen: scenarios as they stood, what came of them, and the evidence that the founder let
/// out. Numbers and not words, so that what is drawn is said in the link's language. What is not to be shown is not in it.
/// </summary>
public sealed record DashboardContent
{
    /// <summary>What this app writes. A later format is refused, an earlier one read.</summary>
    public const int NewestFormat = 1;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new ScenarioConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        IgnoreReadOnlyProperties = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
    };

    public int Format { get; init; } = NewestFormat;

    /// <summary>The link's name when it was published.</summary>
    public required string Title { get; init; }

    public required string Organisation { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    /// <summary>The snapshot's number under its link, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>What is shown beside the figures on top, which always are.</summary>
    public required IReadOnlyList<DashboardPart> Parts { get; init; }

    /// <summary>How far a viewer may look behind a number.</summary>
    public EvidenceDepth Depth { get; init; } = EvidenceDepth.Grade;

    /// <summary>At least one; the first is shown first. All in one currency.</summary>
    public required IReadOnlyList<SharedScenario> Scenarios { get; init; }

    /// <summary>How amounts were converted; null where they stand in the founder's own currency.</summary>
    public SharedConversion? Conversion { get; init; }

    /// <summary>The version of each figure's definition, by its name in <see cref="MetricDefinitions"/>.</summary>
    public required IReadOnlyDictionary<string, int> Definitions { get; init; }

    public string Write() => JsonSerializer.Serialize(this, Json);

    /// <exception cref="JsonException">It is no content, or of a later format.</exception>
    public static DashboardContent Read(string json)
    {
        var content = JsonSerializer.Deserialize<DashboardContent>(json, Json) ?? throw new JsonException("The content is null.");
        return content.Format <= NewestFormat ? content : throw new JsonException($"The content has format {content.Format}; this app reads up to {NewestFormat}.");
    }

    /// <summary>SHA-256 of a written content, which a printed number can be held against.</summary>
    public static byte[] HashOf(string written) => SHA256.HashData(Encoding.UTF8.GetBytes(written));

    private sealed class ScenarioConverter : JsonConverter<Scenario>
    {
        public override Scenario Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return ScenarioJson.Read(document.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, Scenario value, JsonSerializerOptions options) => writer.WriteRawValue(ScenarioJson.Write(value));
    }
}
