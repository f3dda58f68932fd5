using System.Text.Json.Nodes;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Brings two people's changes together.</summary>
public static class ScenarioMerge
{
    /// <summary>
    /// All of my changes since the common <paramref name="ancestor"/>, and all of theirs that do not overlap with mine:
    /// where both changed the same, or one a part of what the other changed as a whole, mine stands and the overlap is
    /// told. The same change made by both is none. Each number keeps the provenance of where its value is from.
    /// </summary>
    public static MergedScenario ThreeWay(Scenario ancestor, Scenario mine, Scenario theirs)
    {
        var ofMine = ScenarioDiff.Between(ancestor, mine);
        var ofTheirs = ScenarioDiff.Between(ancestor, theirs);
        var overlaps = (
            from my in ofMine
            from their in ofTheirs
            where Overlaps(my, their)
            select new Overlap(my.Path.Length < their.Path.Length ? my.Path : their.Path, my, their)).ToList();
        var givingWay = overlaps.Select(overlap => overlap.Theirs).ToHashSet(ReferenceEqualityComparer.Instance);

        var merged = ScenarioDiff.Apply(mine, ofTheirs.Where(their => !givingWay.Contains(their))).Scenario;
        return new MergedScenario(WithProvenanceOfBoth(merged, mine, theirs), overlaps);
    }

    private static bool Overlaps(ScenarioChange mine, ScenarioChange theirs) =>
        mine.Path == theirs.Path
            ? !JsonNode.DeepEquals(mine.After, theirs.After)
            : mine.Path.StartsWith($"{theirs.Path}/", StringComparison.Ordinal)
                || theirs.Path.StartsWith($"{mine.Path}/", StringComparison.Ordinal);

    private static Scenario WithProvenanceOfBoth(Scenario merged, Scenario mine, Scenario theirs) => merged with
    {
        Provenance = merged.WithProvenanceOf(mine).Provenance
            .Concat(merged.WithProvenanceOf(theirs).Provenance)
            .DistinctBy(entry => entry.Key)
            .ToDictionary(),
    };
}
