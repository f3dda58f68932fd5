using System.Text.Json.Nodes;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Keeps provenance true as numbers change: a number that was typed anew no longer comes from where the old one came.</summary>
public static class ProvenanceTracking
{
    /// <summary>
    /// The scenario with what is newly known about where its numbers come from; null takes an entry away, and an entry
    /// of a number that is not there is passed over.
    /// </summary>
    public static Scenario WithProvenance(this Scenario scenario, IReadOnlyDictionary<string, Provenance?>? news)
    {
        if (news is null || news.Count == 0)
            return scenario;
        var document = new ScenarioDocument(scenario);
        var provenance = scenario.Provenance.ToDictionary();
        foreach (var (path, source) in news)
        {
            if (source is null)
                provenance.Remove(path);
            else if (document[path] is not null)
                provenance[path] = source;
        }
        return scenario with { Provenance = provenance };
    }

    /// <summary>
    /// The scenario with the provenance of <paramref name="before"/>, less the entries whose value is another or gone;
    /// what the scenario had of its own is replaced.
    /// </summary>
    public static Scenario WithProvenanceOf(this Scenario scenario, Scenario before)
    {
        if (before.Provenance.Count == 0)
            return scenario with { Provenance = before.Provenance };

        var (now, then) = (new ScenarioDocument(scenario), new ScenarioDocument(before));
        return scenario with
        {
            Provenance = before.Provenance
                .Where(entry => now[entry.Key] is { } value && JsonNode.DeepEquals(value, then[entry.Key]))
                .ToDictionary(),
        };
    }
}
