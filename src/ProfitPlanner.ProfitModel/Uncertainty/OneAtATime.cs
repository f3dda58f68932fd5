using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Uncertainty;

/// <summary>The profit where a single number of a scenario is another.</summary>
internal sealed class OneAtATime(Scenario scenario)
{
    private const string FixedCosts = "fixedCosts/";
    private const string Segments = "segments/";

    // In decimal, so that swings that are equal are found equal.
    private readonly Dictionary<string, Segment> _segments = scenario.Segments.ToDictionary(segment => segment.Id.ToString());

    /// <summary>P of the scenario as it stands [currency per period].</summary>
    public decimal Profit { get; } = scenario.Evaluate().Profit;

    /// <summary>P where this number has this value [currency per period].</summary>
    public decimal At(ScenarioInput input, decimal value) => input.Path switch
    {
        "variableCost" => (scenario with { VariableCost = value }).Evaluate().Profit,
        "retentionCost" => (scenario with { RetentionCost = value }).Evaluate().Profit,
        var path when path.StartsWith(FixedCosts, StringComparison.Ordinal) => Profit - (value - input.Estimate),
        // What happens over time leaves the profit of a period as it is.
        var path when !path.StartsWith(Segments, StringComparison.Ordinal) => Profit,
        var path => Profit + ContributionOfOne(path, value) - ContributionOfOne(path, input.Estimate),
    };

    // A segment's number moves nothing of the other segments; its document alone is quick to make and read.
    private decimal ContributionOfOne(string path, decimal value)
    {
        var alone = scenario with
        {
            Segments = [_segments[path[Segments.Length..].Split('/')[0]]],
            FixedCosts = [],
            Capacities = [],
            Correlations = [],
            Provenance = new Dictionary<string, Provenance>(),
            Notes = "",
        };
        var document = new ScenarioDocument(alone);
        return document.TrySet(path, value)
            ? document.ToScenario().Evaluate().Profit
            : throw new ArgumentException($"The scenario has no number at {path}.", nameof(path));
    }
}
