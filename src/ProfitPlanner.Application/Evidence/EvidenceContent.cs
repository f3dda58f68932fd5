using System.Text.Json;
using System.Text.Json.Serialization;
using ProfitPlanner.Data.Evidence;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Evidence;

/// <summary>What is kept of a signal with an <see cref="EvidenceItem"/>: the measurement, and what was assumed.</summary>
public sealed record EvidenceContent(MeasuredSignal Signal, EvidenceAssumptions Assumptions)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        // What can be computed from the rest is not kept.
        IgnoreReadOnlyProperties = true,
        // A database stores members in an order of its own.
        AllowOutOfOrderMetadataProperties = true,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    internal string Write() => JsonSerializer.Serialize(this, Json);

    internal static EvidenceContent Read(EvidenceItem item) => JsonSerializer.Deserialize<EvidenceContent>(item.Signal, Json)!;

    internal static string Write(Estimate estimate) => JsonSerializer.Serialize(estimate, Json);

    internal static Estimate Estimate(string json) => JsonSerializer.Deserialize<Estimate>(json, Json);
}
