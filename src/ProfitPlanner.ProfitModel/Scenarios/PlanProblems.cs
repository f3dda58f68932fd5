using System.Globalization;
using System.Text.Json.Nodes;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>A scenario's problems in the words and the paths of its plan file.</summary>
internal static class PlanProblems
{
    public static PlanError Of(ScenarioProblem problem, Scenario scenario, PlanEntries entries, IReadOnlyDictionary<string, string> named)
    {
        var path = PathOf(problem, scenario, entries, named);
        return problem.Member is { } member
            ? new PlanError(PlanPath.Member(path, member), Parameter(problem, member, scenario))
            : new PlanError(path, Words(problem));
    }

    private static string PathOf(ScenarioProblem problem, Scenario scenario, PlanEntries entries, IReadOnlyDictionary<string, string> named)
    {
        const string Provenance = "provenance/";
        if (problem.Path.StartsWith(Provenance, StringComparison.Ordinal))
        {
            var key = problem.Path[Provenance.Length..];
            return named.TryGetValue(key, out var place) ? place : PlanPath.Member("$.provenance", key);
        }

        if (entries.HasFixedCost && problem.Path.StartsWith("fixedCosts/", StringComparison.Ordinal))
            return PlanPath.Member(PlanPath.Root, PlanShape.FixedCost);
        var path = PlanPath.Root;
        JsonNode? node = ScenarioJson.ToDocument(scenario);
        foreach (var step in problem.Path.Split('/'))
        {
            if (node is JsonArray list)
            {
                // Of several with one id it is the last that is one too many.
                var index = list.Select(entry => entry.Id()).ToList().LastIndexOf(step);
                (path, node) = (PlanPath.Entry(path, index), list[index]);
            }
            else
                (path, node) = (PlanPath.Member(path, step), node?[step]);
        }
        return scenario.Segments.Index().Where(segment => entries.HasPrice(segment.Index))
            .Select(segment => PlanPath.Entry("$.segments", segment.Index))
            .FirstOrDefault(segment => path.StartsWith($"{segment}.revenue", StringComparison.Ordinal)) is { } priced
                ? PlanPath.Member(priced, PlanShape.Price)
                : path;
    }

    private static string Words(ScenarioProblem problem)
    {
        var limit = (problem.Limit ?? 0).ToString("#,0.############################", CultureInfo.InvariantCulture);
        return problem.Kind switch
        {
            ProblemKind.Missing => "must not be empty",
            ProblemKind.TooLong => $"must have at most {limit} characters",
            ProblemKind.ControlCharacters => "holds characters that cannot be shown",
            ProblemKind.TooSmall => $"must be at least {limit}",
            ProblemKind.TooLarge => $"must be at most {limit}",
            ProblemKind.NotAShare => "a share must lie within 0 and 1",
            ProblemKind.TooMany => $"must have at most {limit} entries",
            ProblemKind.DuplicateId => "its id is also another entry's",
            ProblemKind.TiersNotIncreasing => "each tier must end above the one before it",
            ProblemKind.LastTierNotOpen => "there must be tiers, of which the last and only the last has no end",
            ProblemKind.NotADistribution => "is no distribution",
            ProblemKind.DistributionOutside => $"more than {ScenarioLimits.Outside.ToString("0 %", CultureInfo.InvariantCulture)} of the distribution lies beyond {limit}, the limit of this number",
            ProblemKind.DemandRises => "demand must fall as the price rises",
            ProblemKind.NotPositiveDefinite => "the correlations cannot all hold at once",
            ProblemKind.NotFirstOfMonth => "must be the first day of a month",
            ProblemKind.SameMonth => "two entries are of the same month",
            ProblemKind.ShareRises => "shares must not rise",
            ProblemKind.NotALink => "must be an address that begins with http:// or https://",
            _ => $"is wrong: {PlanShape.Word(problem.Kind.ToString())}",
        };
    }

    private static string Parameter(ScenarioProblem problem, string member, Scenario scenario)
    {
        var input = scenario.Inputs().FirstOrDefault(input => input.Path == problem.Path);
        return input?.Estimate.Distribution?.Problems().FirstOrDefault(wrong => wrong.Member == member)?.Kind switch
        {
            DistributionProblemKind.NotFinite => "must be a finite number",
            DistributionProblemKind.NotPositive => "must be above 0",
            DistributionProblemKind.NotIncreasing => "must be above the one before it",
            DistributionProblemKind.Empty => "must have a value",
            DistributionProblemKind.TooMany => "must have at most 100,000 values",
            DistributionProblemKind.TooLarge => "makes the distribution wider than any number that could be meant",
            _ => "cannot be so in a distribution",
        };
    }
}
