using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Cli;

/// <summary>Paths of a scenario's numbers in names instead of ids, as a plan file may have them too.</summary>
internal sealed class InputNames(Scenario scenario)
{
    private readonly Dictionary<string, string> _names = Names(scenario);

    /// <summary>The path; with the id where there is no name, or others have the same.</summary>
    public string Of(string path)
    {
        var id = path.Split('/').FirstOrDefault(_names.ContainsKey);
        return id is null ? path : path.Replace(id, _names[id], StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Names(Scenario scenario) =>
        new IEnumerable<(Guid Id, string Name)>[]
        {
            scenario.Segments.Select(segment => (segment.Id, segment.Name)),
            scenario.FixedCosts.Select(line => (line.Id, line.Name)),
            scenario.Projection?.Channels.Select(channel => (channel.Id, channel.Name)) ?? [],
            scenario.Projection?.CostLines.Select(line => (line.Id, line.Name)) ?? [],
            scenario.Projection?.FundingRounds.Select(round => (round.Id, round.Name)) ?? [],
        }
        .SelectMany(list => list.GroupBy(entry => entry.Name).Where(same => same.Count() == 1).Select(same => same.First()))
        .DistinctBy(entry => entry.Id)
        .ToDictionary(entry => entry.Id.ToString(), entry => entry.Name);
}
