namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Which prices a founder would consider for a segment; all in terms of p, the revenue per customer.</summary>
/// <param name="Lowest">The lowest [currency per customer per period], at least 0; null where there is none.</param>
/// <param name="Highest">The highest [currency per customer per period], at least the lowest; null where there is none.</param>
/// <param name="Step">Prices go in steps of this [currency], above 0; null where any price will do.</param>
/// <param name="Ending">What every price ends with [currency], from 0 to below the step: 10 and 9 make 9, 19, 29 …</param>
public sealed record PriceRange(decimal? Lowest = null, decimal? Highest = null, decimal? Step = null, decimal Ending = 0)
{
    internal IEnumerable<ScenarioProblem> Problems(string path)
    {
        foreach (var problem in Check.Range($"{path}/lowest", Lowest ?? 0, 0, ScenarioLimits.Money))
            yield return problem;
        foreach (var problem in Check.Range($"{path}/highest", Highest ?? Lowest ?? 0, Lowest ?? 0, ScenarioLimits.Money))
            yield return problem;
        if (Step is not { } step)
            yield break;
        foreach (var problem in Check.Range($"{path}/step", step, ScenarioLimits.PriceStep, ScenarioLimits.Money))
            yield return problem;
        foreach (var problem in Check.Range($"{path}/ending", Ending, 0, step))
            yield return problem;
    }
}
