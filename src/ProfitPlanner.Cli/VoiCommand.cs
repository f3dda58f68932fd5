using System.CommandLine;
using ProfitPlanner.ProfitModel.Decisions;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Cli;

/// <summary>What it is worth to know more before a decision.</summary>
internal static class VoiCommand
{
    public static Command Create()
    {
        var segment = new Option<string?>("--segment") { Description = "Decide on the price of this segment (name or id) rather than on launching or not." };
        return PlanCommand.Create(
            "voi", "Value of information: what to find out before deciding, in money.",
            (scenario, parsed) => Result(scenario, parsed.GetValue(segment)),
            segment);
    }

    private static object Result(Scenario scenario, string? segment)
    {
        // Correlations that cannot hold at once are a problem of the plan, and have been refused with it.
        var decision = (DecisionValue)ValueOfInformation.Of(segment is null ? Choices.LaunchOrNot(scenario) : Prices(scenario, segment));
        var names = new InputNames(scenario);
        return new
        {
            decision.PerfectInformation,
            decision.PerfectInformationError,
            decision.ProbabilityOfRegret,
            Currency = scenario.Currency.Code,
            scenario.Period,
            Best = OfAlternative(decision.Best),
            Alternatives = decision.Alternatives.Select(OfAlternative),
            Inputs = FindOutNext.Of(scenario, decision).Select(worth => new
            {
                Path = names.Of(worth.Value.Input.Path),
                worth.Value.PerfectInformation,
                worth.Value.PerfectInformationError,
                worth.Way,
                worth.Sample,
                worth.SampleValue,
            }),
            Experiments = FindOutNext.Experiments(scenario, decision).Select(weighed => new
            {
                weighed.Experiment.Name,
                Path = names.Of(weighed.Experiment.Input),
                weighed.Experiment.SampleSize,
                weighed.Value,
                weighed.Experiment.Cost,
                weighed.Net,
            }),
        };
    }

    private static IReadOnlyList<Alternative> Prices(Scenario scenario, string segment)
    {
        var named = scenario.Segments.Where(each => each.Name == segment || each.Id.ToString() == segment).ToList();
        if (named.Count != 1)
            throw new InputException($"--segment: the plan has {(named.Count == 0 ? "no" : "more than one")} segment '{segment}'");
        return Choices.WhichPrice(scenario, named[0].Id) is { Count: > 0 } prices
            ? prices
            : throw new InputException($"--segment: '{segment}' has no demand curve, or no price to move");
    }

    private static object OfAlternative(WeighedAlternative weighed) =>
        new { weighed.Alternative.Kind, weighed.Alternative.Price, weighed.Mean, weighed.ProbabilityBest };
}
