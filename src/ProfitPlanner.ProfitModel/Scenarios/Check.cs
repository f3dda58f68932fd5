using System.Text;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>The checks that <see cref="Validation"/> is made of; each yields what is wrong at its path.</summary>
internal static class Check
{
    public static IEnumerable<ScenarioProblem> Money(string path, decimal value) =>
        Range(path, value, 0, ScenarioLimits.Money);

    public static IEnumerable<ScenarioProblem> Share(string path, decimal value) =>
        Input(ScenarioInput.Share(path, value));

    /// <summary>A number within its range, as is all but a little of its distribution.</summary>
    public static IEnumerable<ScenarioProblem> Input(ScenarioInput input)
    {
        var problems = Value(input).ToList();
        if (input.Estimate.Distribution is not { } distribution)
            return problems;
        var parameters = distribution.Problems();
        return parameters.Count > 0
            ? parameters.Select(problem => new ScenarioProblem(input.Path, ProblemKind.NotADistribution) { Member = problem.Member })
            : [.. problems, .. Outside(input, distribution)];
    }

    /// <summary>A text of one line that must be there.</summary>
    public static IEnumerable<ScenarioProblem> Name(string path, string text, int longest = ScenarioLimits.Name)
    {
        if (string.IsNullOrWhiteSpace(text))
            yield return new ScenarioProblem(path, ProblemKind.Missing);
        foreach (var problem in Text(path, text, longest, lines: false))
            yield return problem;
    }

    public static IEnumerable<ScenarioProblem> Text(string path, string text, int longest, bool lines)
    {
        if (text.Length > longest)
            yield return new ScenarioProblem(path, ProblemKind.TooLong, longest);
        // Half a surrogate pair would not survive JSON and counts as unshowable too.
        if (text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || (Rune.IsControl(rune) && !(lines && IsBreak(rune)))))
            yield return new ScenarioProblem(path, ProblemKind.ControlCharacters);
    }

    public static IEnumerable<ScenarioProblem> Entries(string path, IEnumerable<Guid> ids)
    {
        var known = new HashSet<Guid>();
        var count = 0;
        foreach (var id in ids)
        {
            count++;
            if (id == Guid.Empty)
                yield return new ScenarioProblem($"{path}/{id}", ProblemKind.Missing);
            else if (!known.Add(id))
                yield return new ScenarioProblem($"{path}/{id}", ProblemKind.DuplicateId);
        }
        if (count > ScenarioLimits.Entries)
            yield return new ScenarioProblem(path, ProblemKind.TooMany, ScenarioLimits.Entries);
    }

    public static IEnumerable<ScenarioProblem> Tiers(string path, IReadOnlyList<Tier> tiers)
    {
        if (tiers.Count > ScenarioLimits.Tiers)
            yield return new ScenarioProblem(path, ProblemKind.TooMany, ScenarioLimits.Tiers);
        if (tiers.Count == 0 || tiers[^1].UpTo is not null || tiers.SkipLast(1).Any(tier => tier.UpTo is null))
            yield return new ScenarioProblem(path, ProblemKind.LastTierNotOpen);

        var ends = tiers.Select(tier => tier.UpTo).OfType<decimal>().ToList();
        if (ends.Prepend(0).Zip(ends).Any(pair => pair.Second <= pair.First))
            yield return new ScenarioProblem(path, ProblemKind.TiersNotIncreasing);
        foreach (var problem in ends.SelectMany(end => Range(path, end, 0, ScenarioLimits.Quantity)))
            yield return problem;
        foreach (var problem in tiers.SelectMany(tier => Money(path, tier.UnitPrice)))
            yield return problem;
    }

    /// <summary>Shares that may only fall.</summary>
    public static IEnumerable<ScenarioProblem> Curve(string path, IReadOnlyList<decimal> shares)
    {
        if (shares.Count > ScenarioLimits.Months)
            yield return new ScenarioProblem(path, ProblemKind.TooMany, ScenarioLimits.Months);
        foreach (var problem in shares.SelectMany(share => Share(path, share)))
            yield return problem;
        if (shares.Zip(shares.Skip(1)).Any(pair => pair.Second > pair.First))
            yield return new ScenarioProblem(path, ProblemKind.ShareRises);
    }

    private static bool IsBreak(Rune rune) => rune.Value is '\n' or '\r' or '\t';

    private static IEnumerable<ScenarioProblem> Value(ScenarioInput input)
    {
        if (input.Measure != Measure.Share)
            return Range(input.Path, input.Estimate, input.Least, input.Most);
        return input.Estimate.Value is >= 0 and <= 1
            ? []
            : [new ScenarioProblem(input.Path, ProblemKind.NotAShare, input.Estimate < 0 ? 0 : 1)];
    }

    private static IEnumerable<ScenarioProblem> Outside(ScenarioInput input, Distribution distribution)
    {
        if (distribution.Cumulative((double)input.Least) > ScenarioLimits.Outside)
            yield return new ScenarioProblem(input.Path, ProblemKind.DistributionOutside, input.Least);
        if (1 - distribution.Cumulative((double)input.Most) > ScenarioLimits.Outside)
            yield return new ScenarioProblem(input.Path, ProblemKind.DistributionOutside, input.Most);
    }

    public static IEnumerable<ScenarioProblem> Range(string path, decimal value, decimal least, decimal most)
    {
        if (value < least)
            yield return new ScenarioProblem(path, ProblemKind.TooSmall, least);
        if (value > most)
            yield return new ScenarioProblem(path, ProblemKind.TooLarge, most);
    }
}
