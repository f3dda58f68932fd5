using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ProfitPlanner.Application.Scenarios.Templates;

/// <summary>All templates, read once from the files embedded beside this one.</summary>
public sealed class TemplateCatalogue
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        RespectRequiredConstructorParameters = false,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    // The order in which fields are offered.
    private static readonly string[] Fields = ["finance", "health", "education", "home", "industry"];

    public IReadOnlyList<ScenarioTemplate> All { get; } =
        [.. Read().OrderBy(t => Array.IndexOf(Fields, t.Field)).ThenBy(t => t.Key, StringComparer.Ordinal)];

    public ScenarioTemplate? Find(string key) => All.FirstOrDefault(t => t.Key == key);

    private static IEnumerable<ScenarioTemplate> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".template.json", StringComparison.Ordinal)))
        {
            using var file = assembly.GetManifestResourceStream(name)!;
            yield return JsonSerializer.Deserialize<ScenarioTemplate>(file, Format)
                ?? throw new InvalidDataException($"{name} holds no template.");
        }
    }
}
