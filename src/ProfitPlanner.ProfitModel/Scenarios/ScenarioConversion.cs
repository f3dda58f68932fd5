using ProfitPlanner.ProfitModel.Decisions;
using ProfitPlanner.ProfitModel.Projection;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>A scenario in another currency. Source: docs/modelling.md, "Other currencies".</summary>
public static class ScenarioConversion
{
    /// <summary>
    /// The same scenario in another currency: every amount is <paramref name="rate"/> times what it was, and with it
    /// profit and cash; conversions, counts and correlations stay. It may have <see cref="Validation.Problems"/> where an
    /// amount becomes larger than any is.
    /// </summary>
    /// <param name="scenario">Has no problems.</param>
    /// <param name="currency">The other currency.</param>
    /// <param name="rate">What one of the scenario's currency is worth [other currency per currency], above 0.</param>
    /// <returns>
    /// Null where that cannot be said: a segment's demand has a constant elasticity that is uncertain, and how many buy
    /// at a price of one unit of the other currency depends on it.
    /// </returns>
    public static Scenario? In(this Scenario scenario, Currency currency, decimal rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        if (scenario.Segments.Any(segment => segment.Demand is { } demand && demand.At(rate) is null))
            return null;

        // Whatever is an input with the measure of money is converted by its path: a new one needs nothing here.
        var amounts = scenario.Inputs().Where(input => input.Measure == Measure.Money)
            .Select(input => ScenarioChange.To(input.Path, (Estimate?)input.Estimate.Scaled(rate)));
        var converted = ScenarioDiff.Apply(scenario, amounts).Scenario;
        converted = converted with
        {
            Currency = currency,
            Segments = [.. converted.Segments.Select(segment => segment.WithRestIn(rate))],
            Actuals = [.. converted.Actuals.Select(actual => actual.In(rate))],
            Provenance = scenario.Provenance,
        };
        return converted with { Experiments = [.. scenario.Experiments.Select(experiment => experiment.In(rate, scenario, converted))] };
    }

    private static Segment WithRestIn(this Segment segment, decimal rate) => segment with
    {
        Demand = segment.Demand?.At(rate),
        Revenue = segment.Revenue.WithRestIn(rate),
        PriceRange = segment.PriceRange is { } range
            ? new PriceRange(range.Lowest * rate, range.Highest * rate, range.Step * rate, range.Ending * rate)
            : null,
    };

    private static MonthlyActual In(this MonthlyActual actual, decimal rate) => actual with
    {
        Revenue = actual.Revenue * rate,
        VariableCost = actual.VariableCost * rate,
        FixedCost = actual.FixedCost * rate,
        Cash = actual.Cash * rate,
    };

    private static PlannedExperiment In(this PlannedExperiment experiment, decimal rate, Scenario before, Scenario after) => experiment with
    {
        Cost = experiment.Cost * rate,
        // In the unit of the number that it finds out, which changes as the number's own spread does.
        Noise = Spread(before, experiment.Input) is { } old and > 0 && Spread(after, experiment.Input) is { } @new
            ? experiment.Noise * (decimal)(@new / old)
            : experiment.Noise,
    };

    private static double? Spread(Scenario scenario, string path) =>
        scenario.Inputs().FirstOrDefault(input => input.Path == path)?.Estimate.Distribution?.StandardDeviation;
}
