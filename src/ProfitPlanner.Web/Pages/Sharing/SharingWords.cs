using System.Globalization;
using Microsoft.Extensions.Localization;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Web.Pages.Scenarios;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Sharing;

/// <summary>Who looked at what, in words.</summary>
internal static class SharingWords
{
    private const string Assumption = "assumption-";

    public static string Day(DateOnly day) => day.ToString("d", CultureInfo.CurrentCulture);

    public static string Visitor(this IStringLocalizer<SharingTexts> texts, OpenShareLink.Visitor visitor) => visitor.Email ?? texts["Viewer", visitor.Number];

    /// <summary>A part or a figure of the dashboard as people call it; one that a later version of the app names otherwise, by that name.</summary>
    public static string Shown(this IStringLocalizer<SharingTexts> texts, string name) =>
        texts[$"Shown.{name}"] is { ResourceNotFound: false } text ? text.Value : name;

    /// <summary>What a note is about.</summary>
    public static string About(this IStringLocalizer<SharingTexts> texts, OpenShareLink.Note note, InputWords inputs)
    {
        if (note.Figure is not { } figure)
            return texts["TheWhole"];
        return figure.StartsWith(Assumption, StringComparison.Ordinal)
            && int.TryParse(figure[Assumption.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < note.Scenario.Assumptions.Count
            ? inputs.Name(note.Scenario.Assumptions[at].Path, note.Scenario.Scenario)
            : texts.Shown(figure);
    }

    /// <summary>Minutes and seconds.</summary>
    public static string Duration(double seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)seconds / 60}:{(int)seconds % 60:00}");
}
