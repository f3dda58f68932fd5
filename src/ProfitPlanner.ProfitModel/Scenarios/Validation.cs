namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>What a scenario must keep to, so that it can be calculated without overflow, kept and shown.</summary>
public static class Validation
{
    /// <summary>Everything that is wrong, in the order of the scenario; none means that it can be calculated.</summary>
    public static IReadOnlyList<ScenarioProblem> Problems(this Scenario scenario) =>
    [
        .. Check.Name("name", scenario.Name),
        .. Check.Text("notes", scenario.Notes, ScenarioLimits.Notes, lines: true),
        .. Check.Money("variableCost", scenario.VariableCost),
        .. Check.Money("retentionCost", scenario.RetentionCost),
        .. Check.Entries("fixedCosts", scenario.FixedCosts.Select(line => line.Id)),
        .. scenario.FixedCosts.SelectMany(OfFixedCost),
        .. Check.Entries("segments", scenario.Segments.Select(segment => segment.Id)),
        .. scenario.Segments.SelectMany(OfSegment),
        .. scenario.Provenance.SelectMany(entry =>
            Check.Name($"provenance/{entry.Key}", entry.Value.Reason, ScenarioLimits.Reason)),
    ];

    private static IEnumerable<ScenarioProblem> OfFixedCost(FixedCost line) =>
    [
        .. Check.Name($"fixedCosts/{line.Id}/name", line.Name),
        .. Check.Money($"fixedCosts/{line.Id}/amount", line.Amount),
    ];

    private static IEnumerable<ScenarioProblem> OfSegment(Segment segment)
    {
        var path = $"segments/{segment.Id}";
        return
        [
            .. Check.Name($"{path}/name", segment.Name),
            .. Check.Quantity($"{path}/potentialCustomers", segment.PotentialCustomers),
            .. Check.Share($"{path}/conversion", segment.Conversion),
            .. OfRevenue($"{path}/revenue", segment.Revenue),
            .. Check.Money($"{path}/variableCost", segment.VariableCost ?? 0),
            .. Check.Money($"{path}/retentionCost", segment.RetentionCost ?? 0),
        ];
    }

    // Valid members may still multiply to too much; invalid ones might overflow when multiplied.
    private static IEnumerable<ScenarioProblem> OfRevenue(string path, RevenueModel revenue) =>
        revenue.Problems(path).ToList() is { Count: > 0 } problems
            ? problems
            : Check.Money(path, revenue.PerCustomer);
}
