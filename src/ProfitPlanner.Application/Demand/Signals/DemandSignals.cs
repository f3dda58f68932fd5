using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProfitPlanner.Application.Demand.Signals;

/// <summary>The demand signals: <c>signals.json</c>, a list that people have reviewed (docs/demand-pages.md).</summary>
public static class DemandSignals
{
    private const string Resource = "signals.json";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>In the order of the page.</summary>
    public static IReadOnlyList<DemandSignal> All { get; } = Read();

    public static DemandSignal? Find(string? key) => All.FirstOrDefault(signal => signal.Key == key);

    private static IReadOnlyList<DemandSignal> Read()
    {
        using var stream = typeof(DemandSignals).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<Content>(stream, Json)!.Signals;
    }

    private sealed record Content(IReadOnlyList<DemandSignal> Signals);
}
