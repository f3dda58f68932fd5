using FluentValidation;

namespace ProfitPlanner.Application.Pipeline;

/// <summary>Refuses what Postgres cannot keep: a text with a NUL in it, which nobody types.</summary>
internal static class TextRules
{
    public static IRuleBuilderOptions<T, string?> HasNoNul<T>(this IRuleBuilder<T, string?> rule) => rule.Must(HasNoNul);

    public static bool HasNoNul(string? text) => text?.Contains('\0', StringComparison.Ordinal) != true;
}
