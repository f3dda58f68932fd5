using System.Text.Json.Nodes;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// What differs between two scenarios, and how to carry that over to a third. Works on the JSON form, so that a new
/// member of a scenario needs nothing here. Provenance follows the values and is no change of its own.
/// </summary>
public static class ScenarioDiff
{
    private const string Provenance = "provenance";

    /// <summary>
    /// The changes that make <paramref name="after"/> of <paramref name="before"/>, in document order; of a list first
    /// what was there before, then what is added, then the order. Ids are unique in both.
    /// </summary>
    public static IReadOnlyList<ScenarioChange> Between(Scenario before, Scenario after)
    {
        var (old, @new) = (ScenarioJson.ToDocument(before), ScenarioJson.ToDocument(after));
        var members = old.Select(member => member.Key).Where(name => name != Provenance);
        return [.. members.SelectMany(name => Compare(name, old[name], @new[name]))];
    }

    /// <summary>
    /// Sets what the changes say, whatever stood there. A change inside an entry that the target does not have, or of
    /// a member that its way of paying does not have, is not applied; an added entry goes to the end, or replaces the
    /// one that has its id; a removed one may be gone already; entries that a new order does not know stay behind the
    /// one that they stood behind. The target's provenance is kept where the value is.
    /// </summary>
    /// <exception cref="System.Text.Json.JsonException">A value is not of the type that its path has.</exception>
    public static AppliedChanges Apply(Scenario target, IEnumerable<ScenarioChange> changes)
    {
        var document = new ScenarioDocument(target);
        var notApplied = changes.Where(change => !document.TrySet(change.Path, change.After)).ToList();
        return new AppliedChanges(document.ToScenario().WithProvenanceOf(target), notApplied);
    }

    private static IEnumerable<ScenarioChange> Compare(string path, JsonNode? before, JsonNode? after)
    {
        if (JsonNode.DeepEquals(before, after))
            return [];
        return (before, after) switch
        {
            // A distribution is one value: the mean of one and the spread of another are no number that anybody meant.
            (JsonObject old, JsonObject @new) when JsonNode.DeepEquals(old["kind"], @new["kind"]) && !IsDistribution(old) && !IsDistribution(@new) =>
                old.SelectMany(member => Compare($"{path}/{member.Key}", member.Value, @new[member.Key])),
            (JsonArray old, JsonArray @new) when old.HasIds() && @new.HasIds() => CompareEntries(path, old, @new),
            _ => [new ScenarioChange(path, before, after)],
        };
    }

    private static IEnumerable<ScenarioChange> CompareEntries(string path, JsonArray before, JsonArray after)
    {
        var old = before.ToDictionary(entry => entry.Id()!);
        var @new = after.ToDictionary(entry => entry.Id()!);
        foreach (var (id, entry) in old)
        {
            foreach (var change in Compare($"{path}/{id}", entry, @new.GetValueOrDefault(id)))
                yield return change;
        }

        var added = after.Where(entry => !old.ContainsKey(entry.Id()!)).ToList();
        foreach (var entry in added)
            yield return new ScenarioChange($"{path}/{entry.Id()}", null, entry);

        var kept = before.Select(entry => entry.Id()).Where(id => @new.ContainsKey(id!));
        if (!kept.Concat(added.Select(entry => entry.Id())).SequenceEqual(after.Select(entry => entry.Id())))
            yield return new ScenarioChange($"{path}/order", Ids(before), Ids(after));
    }

    private static bool IsDistribution(JsonObject value) => value.ContainsKey(EstimateJsonConverter.Discriminator);

    private static JsonArray Ids(JsonArray entries) => [.. entries.Select(entry => (JsonNode?)entry.Id())];
}
