using System.Text.Json.Nodes;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>A scenario in its JSON form, whose values are found and set by path.</summary>
internal sealed class ScenarioDocument(Scenario scenario)
{
    private const string Order = "order";

    private readonly JsonObject _root = ScenarioJson.ToDocument(scenario);

    /// <summary>The value at a path; null where there is none.</summary>
    public JsonNode? this[string path] => path.Split('/').Aggregate((JsonNode?)_root, Step);

    /// <summary>Sets the value at a path, or says that there is no such place.</summary>
    public bool TrySet(string path, JsonNode? value)
    {
        var steps = path.Split('/');
        var last = steps[^1];
        switch (steps[..^1].Aggregate((JsonNode?)_root, Step))
        {
            case JsonObject parent when parent.ContainsKey(last):
                parent[last] = value?.DeepClone();
                return true;
            case JsonArray entries when last == Order && value is JsonArray ids:
                Reorder(entries, [.. ids.Select(id => id?.ToString()).Distinct()]);
                return true;
            case JsonArray entries when entries.HasIds():
                SetEntry(entries, last, value?.DeepClone());
                return true;
            default:
                return false;
        }
    }

    public Scenario ToScenario() => ScenarioJson.OfDocument(_root);

    private static JsonNode? Step(JsonNode? node, string step) => node switch
    {
        JsonObject parent => parent[step],
        JsonArray entries => entries.FirstOrDefault(entry => entry.Id() == step),
        _ => null,
    };

    private static void SetEntry(JsonArray entries, string id, JsonNode? value)
    {
        var index = entries.Select(entry => entry.Id()).ToList().IndexOf(id);
        if (index < 0)
        {
            if (value is not null)
                entries.Add(value);
        }
        else if (value is null)
            entries.RemoveAt(index);
        else
            entries[index] = value;
    }

    /// <summary>Entries that the order does not know stay behind the one that they stood behind.</summary>
    private static void Reorder(JsonArray entries, IReadOnlyList<string?> ids)
    {
        var present = entries.Select(entry => entry!).ToList();
        var ordered = ids.Select(id => present.Find(entry => entry.Id() == id)).OfType<JsonNode>().ToList();
        for (var i = 0; i < present.Count; i++)
        {
            if (!ordered.Contains(present[i]))
                ordered.Insert(i == 0 ? 0 : ordered.IndexOf(present[i - 1]) + 1, present[i]);
        }
        entries.Clear();
        ordered.ForEach(entries.Add);
    }
}
