using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>The fields of a segment that is being drawn.</summary>
public sealed class SegmentForm
{
    /// <summary>Conditions on attributes that the form has room for.</summary>
    public const int Conditions = 3;

    public string? Name { get; set; }

    /// <summary>By place; a condition without a value is none.</summary>
    public List<string?> Attribute { get; set; } = [];

    public List<string?> Part { get; set; } = [];

    public List<string?> Value { get; set; } = [];

    public string? Intent { get; set; }

    public string? Language { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    internal bool TryRead(ModelStateDictionary problems, IStringLocalizer<DemandTexts> texts, out DrawnRule rule)
    {
        if (!MonthField.TryRead(From, out var from))
            problems.AddModelError($"{nameof(SegmentsModel.Drawn)}.{nameof(From)}", texts["MonthWrong"]);
        if (!MonthField.TryRead(To, out var to))
            problems.AddModelError($"{nameof(SegmentsModel.Drawn)}.{nameof(To)}", texts["MonthWrong"]);
        var conditions =
            from i in Enumerable.Range(0, Conditions)
            let attribute = Attribute.ElementAtOrDefault(i)
            let value = Value.ElementAtOrDefault(i)
            where !string.IsNullOrWhiteSpace(attribute) && !string.IsNullOrWhiteSpace(value)
            select new AttributeCondition(attribute.Trim(), Part.ElementAtOrDefault(i) == "true", value.Trim());
        rule = new DrawnRule([.. conditions], Given(Intent), Given(Language), from, to);
        return problems.IsValid;
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
