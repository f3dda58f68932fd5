using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Decisions;

/// <summary>What to find out next, ranked, in money. Source: docs/modelling/value-of-information.md, "What to find out next".</summary>
public static class FindOutNext
{
    private const double Most = 0.8;

    private static readonly int[] Samples = [25, 50, 100, 150, 200, 300, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000];

    /// <summary>The uncertain numbers of a scenario, the one most worth knowing first.</summary>
    public static IReadOnlyList<WorthFinding> Of(Scenario scenario, DecisionValue decision) =>
    [
        .. decision.Inputs.Select(value => new WorthFinding
        {
            Value = value,
            Source = scenario.Provenance.GetValueOrDefault(value.Input.Path),
            Way = Way(value.Input),
            Sample = Sample(value),
        }),
    ];

    /// <summary>The planned experiments of a scenario whose numbers are uncertain, the one with the most left over first.</summary>
    public static IReadOnlyList<WeighedExperiment> Experiments(Scenario scenario, DecisionValue decision) =>
    [
        .. (from experiment in scenario.Experiments
            let value = decision.Inputs.FirstOrDefault(each => each.Input.Path == experiment.Input)
            where value is not null && (value.Input.Measure == Measure.Share || experiment.Noise is not null)
            select new WeighedExperiment(experiment, value.SampleInformation(experiment.SampleSize, (double?)experiment.Noise)))
            .OrderByDescending(each => each.Net),
    ];

    private static int? Sample(InputValue value) => value.Input.Measure != Measure.Share || value.PerfectInformation <= 0
        ? null
        : Samples.Cast<int?>().FirstOrDefault(size => value.SampleInformation(size!.Value) >= Most * value.PerfectInformation) ?? Samples[^1];

    private static WayToFindOut Way(ScenarioInput input)
    {
        var path = input.Path;
        return path.Contains("/demand/", StringComparison.Ordinal) ? WayToFindOut.PriceExperiment
            : path.EndsWith("/potentialCustomers", StringComparison.Ordinal) ? WayToFindOut.CountTheMarket
            : input.Measure == Measure.Share ? WayToFindOut.AskCustomers
            : path.Contains("/revenue/", StringComparison.Ordinal) || path.Contains("/lifecycle/", StringComparison.Ordinal) ? WayToFindOut.TrackActuals
            : WayToFindOut.AskForQuote;
    }
}
