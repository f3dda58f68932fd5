using FluentValidation;
using ProfitPlanner.Application.Pipeline;

namespace ProfitPlanner.Application.Demand;

internal static class SegmentRules
{
    public const int Length = 100;
    private const int MostConditions = 10;

    public static void IsSegmentName<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(name => !string.IsNullOrWhiteSpace(name)).WithErrorCode("Missing")
        .Must(name => name is null || name.Trim().Length <= Length).WithErrorCode("TooLong")
        .HasNoNul();

    /// <summary>Says something, and nothing that cannot hold.</summary>
    public static void IsRule<T>(this IRuleBuilder<T, DrawnRule> rule) => rule
        .NotNull()
        .Must(drawn => drawn is null || drawn.Conditions.Count > 0 || drawn.Intent is not null || drawn.Language is not null || drawn.From is not null || drawn.To is not null)
        .WithErrorCode("Empty")
        .Must(drawn => drawn is null || drawn.Conditions.Count <= MostConditions
            && drawn.Conditions.All(each => each.Attribute.Trim().Length is > 0 and <= Length && each.Value.Trim().Length is > 0 and <= Length)
            && (drawn.Intent?.Length ?? 0) <= Length && (drawn.Language?.Length ?? 0) <= Length).WithErrorCode("TooLong")
        .Must(drawn => drawn is null || drawn.Conditions.SelectMany(each => new[] { each.Attribute, each.Value }).Append(drawn.Intent).Append(drawn.Language).All(TextRules.HasNoNul))
        .Must(drawn => drawn is null || !(drawn.From > drawn.To)).WithErrorCode("MonthsReversed");
}
