namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>The numbers that a scenario is made of.</summary>
public static class ScenarioInputs
{
    /// <summary>
    /// Every number that may be uncertain, in the order of the scenario: of a segment with a demand curve the curve's
    /// numbers, and not the conversion that it replaces.
    /// </summary>
    public static IReadOnlyList<ScenarioInput> Inputs(this Scenario scenario) =>
    [
        ScenarioInput.Money("variableCost", scenario.VariableCost),
        ScenarioInput.Money("retentionCost", scenario.RetentionCost),
        .. scenario.FixedCosts.Select(line => ScenarioInput.Money($"fixedCosts/{line.Id}/amount", line.Amount)),
        .. scenario.Segments.SelectMany(segment => segment.Inputs()),
        .. scenario.Projection?.Inputs("projection") ?? [],
    ];

    /// <summary>The inputs that have a distribution.</summary>
    public static IReadOnlyList<ScenarioInput> UncertainInputs(this Scenario scenario) =>
        [.. scenario.Inputs().Where(input => input.Estimate.Distribution is not null)];

    internal static IEnumerable<ScenarioInput> Inputs(this Segment segment)
    {
        var path = $"segments/{segment.Id}";
        yield return ScenarioInput.Count($"{path}/potentialCustomers", segment.PotentialCustomers);
        if (segment.Demand is null)
            yield return ScenarioInput.Share($"{path}/conversion", segment.Conversion);
        else
        {
            foreach (var input in segment.Demand.Inputs($"{path}/demand"))
                yield return input;
        }
        foreach (var input in segment.Revenue.Inputs($"{path}/revenue"))
            yield return input;
        if (segment.VariableCost is { } variable)
            yield return ScenarioInput.Money($"{path}/variableCost", variable);
        if (segment.RetentionCost is { } retention)
            yield return ScenarioInput.Money($"{path}/retentionCost", retention);
        foreach (var input in segment.Lifecycle?.Inputs($"{path}/lifecycle") ?? [])
            yield return input;
    }
}
