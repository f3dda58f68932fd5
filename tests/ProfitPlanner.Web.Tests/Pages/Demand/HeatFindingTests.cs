using ProfitPlanner.Application.Demand;
using ProfitPlanner.ProfitModel.Demand;
using ProfitPlanner.Web.Pages.Demand;

namespace ProfitPlanner.Web.Tests.Pages.Demand;

public sealed class HeatFindingTests
{
    [Theory]
    [InlineData(1, 12, true)]
    [InlineData(40, 12, false)]
    [InlineData(40, 20, true)]
    public void What_stands_out_among_many_cells_has_to_stand_out_further(int intents, long asked, bool stands)
    {
        var (table, names) = Table(intents, asked);

        Assert.Equal(stands ? "segment 0" : null, HeatFinding.Of(table, names, isPlain: true)!.Segment);
    }

    // Eight segments of 200, four of each for every intent; but in the first so many ask for the first intent.
    private static (OpenDemand.Counts Table, IReadOnlyList<NamedIntent> Intents) Table(int intents, long asked)
    {
        List<NamedIntent> names = [.. Enumerable.Range(0, intents).Select(i => new NamedIntent($"{i}", $"{i}", $"{i}"))];
        List<Dictionary<string, long>> given = [.. Enumerable.Range(0, 8).Select(segment => names.ToDictionary(intent => intent.Key, intent => segment == 0 && intent == names[0] ? asked : 4))];
        given.ForEach(counts => counts[ConfusionCounts.None] = 200 - counts.Values.Sum());
        var all = given[0].Keys.ToDictionary(key => key, key => given.Sum(counts => counts[key]));
        OpenDemand.Column Column(string? name, Dictionary<string, long> counts) =>
            new(Guid.NewGuid(), name, counts.Values.Sum(), new ShareCorrection(null).Estimate(counts).ToDictionary(share => share.Label));
        return (new OpenDemand.Counts(
            default, 1_600, 1_600, false, false, false, null, null, 0, [], null, names,
            [Column(null, all), .. given.Select((counts, i) => Column($"segment {i}", counts))], null), names);
    }
}
