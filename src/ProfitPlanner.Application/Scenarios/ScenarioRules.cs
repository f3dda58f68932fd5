using FluentValidation;
using FluentValidation.Results;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

internal static class ScenarioRules
{
    private const int Rows = 200;

    private static readonly InlineValidator<Scenario> Sound = OfScenario();

    /// <summary>
    /// What the model itself cannot compute with. Each failure names the scenario's path and the kind of problem; a
    /// limit that was crossed is its attempted value.
    /// </summary>
    public static void IsSound<T>(this IRuleBuilder<T, Scenario> rule) => rule.NotNull().Custom((scenario, context) =>
    {
        foreach (var problem in scenario is null ? [] : scenario.Problems().Concat(TooManyForAPage(scenario)))
            context.AddFailure(new ValidationFailure(problem.Path, problem.Kind.ToString(), problem.Limit) { ErrorCode = problem.Kind.ToString() });
    });

    /// <summary>As <see cref="IsSound"/>, of a scenario that is put together while the request is handled.</summary>
    /// <exception cref="ValidationException">It is not.</exception>
    public static void MustBeSound(this Scenario scenario) => Sound.ValidateAndThrow(scenario);

    /// <summary>A name that a scenario can be saved with: what the model refuses in one, refused here too.</summary>
    public static void IsName<T>(this IRuleBuilder<T, string?> rule) => rule.Custom((name, context) =>
    {
        foreach (var problem in Scenario.Blank(name?.Trim() ?? "", Currency.Of("USD"), Period.Month).Problems())
            context.AddFailure(new ValidationFailure("Name", problem.Kind.ToString(), problem.Limit) { ErrorCode = problem.Kind.ToString() });
    });

    private static InlineValidator<Scenario> OfScenario()
    {
        var validator = new InlineValidator<Scenario>();
        validator.RuleFor(scenario => scenario).IsSound();
        return validator;
    }

    // The model takes far more rows than a page that is edited by hand.
    private static IEnumerable<ScenarioProblem> TooManyForAPage(Scenario scenario) =>
        from list in new[] { ("segments", scenario.Segments.Count), ("fixedCosts", scenario.FixedCosts.Count) }
        where list.Item2 is > Rows and <= ScenarioLimits.Entries
        select new ScenarioProblem(list.Item1, ProblemKind.TooMany, Rows);
}
