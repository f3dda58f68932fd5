using System.Text.Json.Nodes;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Keeps provenance true as numbers change: a number that was typed anew no longer comes from where the old one came.</summary>
public static class ProvenanceTracking
{
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
