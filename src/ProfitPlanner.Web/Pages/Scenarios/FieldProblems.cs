using FluentValidation;

namespace ProfitPlanner.Web.Pages.Scenarios;

internal static class FieldProblems
{
    /// <summary>A scenario's own problems: each failure names a path, a kind, and a limit where one was crossed.</summary>
    public static IReadOnlyList<FieldProblem> Of(ValidationException exception) =>
        [.. exception.Errors.Select(e =>
            // The command's member leads the path that the rule gave.
            new FieldProblem(e.PropertyName, "Problem" + e.ErrorCode, e.AttemptedValue as decimal?))];
}
