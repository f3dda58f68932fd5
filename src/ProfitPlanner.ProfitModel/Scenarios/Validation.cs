using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>What a scenario must keep to, so that it can be calculated without overflow, kept and shown.</summary>
public static class Validation
{
    /// <summary>Everything that is wrong, in the order of the scenario; none means that it can be calculated.</summary>
    public static IReadOnlyList<ScenarioProblem> Problems(this Scenario scenario) =>
    [
        .. Check.Name("name", scenario.Name),
        .. Check.Text("notes", scenario.Notes, ScenarioLimits.Notes, lines: true),
        .. Check.Input(ScenarioInput.Money("variableCost", scenario.VariableCost)),
        .. Check.Input(ScenarioInput.Money("retentionCost", scenario.RetentionCost)),
        .. Check.Entries("fixedCosts", scenario.FixedCosts.Select(line => line.Id)),
        .. scenario.FixedCosts.SelectMany(OfFixedCost),
        .. Check.Entries("segments", scenario.Segments.Select(segment => segment.Id)),
        .. scenario.Segments.SelectMany(OfSegment),
        .. Check.Entries("capacities", scenario.Capacities.Select(capacity => capacity.Id)),
        .. scenario.Capacities.SelectMany(OfCapacity),
        .. Check.Entries("correlations", scenario.Correlations.Select(correlation => correlation.Id)),
        .. scenario.Correlations.SelectMany(OfCorrelation),
        .. OfCorrelations(scenario),
        .. scenario.Projection?.Problems("projection") ?? [],
        .. Check.Entries("actuals", scenario.Actuals.Select(actual => actual.Id)),
        .. scenario.Actuals.SelectMany(actual => actual.Problems($"actuals/{actual.Id}")),
        .. scenario.Actuals.Count == scenario.Actuals.DistinctBy(actual => actual.Month).Count()
            ? []
            : new[] { new ScenarioProblem("actuals", ProblemKind.SameMonth) },
        .. Check.Entries("experiments", scenario.Experiments.Select(experiment => experiment.Id)),
        .. scenario.Experiments.SelectMany(experiment => experiment.Problems($"experiments/{experiment.Id}")),
        .. scenario.Provenance.SelectMany(entry => OfProvenance($"provenance/{entry.Key}", entry.Value)),
    ];

    private static IEnumerable<ScenarioProblem> OfFixedCost(FixedCost line) =>
    [
        .. Check.Name($"fixedCosts/{line.Id}/name", line.Name),
        .. Check.Input(ScenarioInput.Money($"fixedCosts/{line.Id}/amount", line.Amount)),
    ];

    private static IEnumerable<ScenarioProblem> OfSegment(Segment segment)
    {
        var path = $"segments/{segment.Id}";
        return
        [
            .. Check.Name($"{path}/name", segment.Name),
            // What a demand curve replaces is kept, and must be sound to take its place again.
            .. segment.Demand is null ? [] : Check.Input(ScenarioInput.Share($"{path}/conversion", segment.Conversion)),
            .. segment.Inputs().SelectMany(Check.Input),
            .. segment.Demand?.Problems($"{path}/demand") ?? [],
            .. OfRevenue($"{path}/revenue", segment.Revenue),
            .. segment.Lifecycle?.Problems($"{path}/lifecycle") ?? [],
            .. segment.PriceRange?.Problems($"{path}/priceRange") ?? [],
        ];
    }

    // Valid members may still multiply to too much; invalid ones might overflow when multiplied.
    private static IEnumerable<ScenarioProblem> OfRevenue(string path, RevenueModel revenue)
    {
        var problems = revenue.Problems(path).ToList();
        var sound = problems.Count == 0 && !revenue.Inputs(path).SelectMany(Check.Input).Any();
        return sound ? Check.Money(path, revenue.PerCustomer) : problems;
    }

    private static IEnumerable<ScenarioProblem> OfCapacity(Capacity capacity) =>
    [
        .. Check.Name($"capacities/{capacity.Id}/name", capacity.Name),
        .. Check.Range($"capacities/{capacity.Id}/limit", capacity.Limit, 0, ScenarioLimits.Quantity),
    ];

    private static IEnumerable<ScenarioProblem> OfCorrelation(Correlation correlation) =>
        Check.Range($"correlations/{correlation.Id}/rank", correlation.Rank, -ScenarioLimits.RankCorrelation, ScenarioLimits.RankCorrelation);

    private static IEnumerable<ScenarioProblem> OfCorrelations(Scenario scenario)
    {
        if (scenario.Correlations.Count is 0 or > ScenarioLimits.Entries)
            yield break;
        var correlations = RankCorrelations.Of(scenario);
        if (correlations.TooMany)
            yield return new ScenarioProblem("correlations", ProblemKind.TooMany, ScenarioLimits.Correlated);
        else if (!correlations.IsValid && !scenario.Correlations.SelectMany(OfCorrelation).Any())
            yield return new ScenarioProblem("correlations", ProblemKind.NotPositiveDefinite);
    }

    private static IEnumerable<ScenarioProblem> OfProvenance(string path, Provenance provenance)
    {
        foreach (var problem in Check.Name(path, provenance.Reason, ScenarioLimits.Reason))
            yield return problem;
        if (provenance.Link is not { } link)
            yield break;
        if (link.Length > ScenarioLimits.Reason || !Uri.TryCreate(link, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            yield return new ScenarioProblem(path, ProblemKind.NotALink);
    }
}
