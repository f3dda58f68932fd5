using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Sharing;

/// <summary>What a snapshot shows, as it is ticked and typed.</summary>
public sealed class ChoiceForm
{
    public Guid[] Scenarios { get; set; } = [];

    /// <summary>The one that is shown first; where it is not chosen, the first of the list is.</summary>
    public Guid? First { get; set; }

    public DashboardPart[] Parts { get; set; } = [];

    public EvidenceDepth Depth { get; set; }

    public bool AllInputs { get; set; }

    /// <summary>Each a scenario's id and the path of its number, divided by a colon.</summary>
    public string[] Inputs { get; set; } = [];

    /// <summary>Empty for the scenarios' own.</summary>
    public string? Currency { get; set; }

    public string? Rate { get; set; }

    public string? RateOf { get; set; }

    public static ChoiceForm Of(ShareChoice choice, DateOnly today) => new()
    {
        Scenarios = [.. choice.Scenarios],
        First = choice.Scenarios.Count > 0 ? choice.Scenarios[0] : null,
        Parts = [.. choice.Parts],
        Depth = choice.Depth,
        AllInputs = choice.Inputs is null,
        Inputs = [.. (choice.Inputs ?? []).Select(input => Name(input.Scenario, input.Path))],
        Currency = choice.In?.Currency,
        Rate = choice.In is { } conversion ? Format.Field(conversion.Rate) : null,
        RateOf = SettingsForm.Day(choice.In?.Of ?? today),
    };

    /// <summary>What cannot be read becomes what the use case refuses.</summary>
    public ShareChoice Read(DateOnly today) => new()
    {
        Scenarios = [.. Scenarios.OrderByDescending(id => id == First)],
        Parts = Parts,
        Depth = Depth,
        Inputs = AllInputs ? null : [.. Inputs.Select(Input).OfType<ShareChoice.Input>()],
        In = string.IsNullOrEmpty(Currency)
            ? null
            : new(Currency, NumberReader.TryRead(Rate, out var rate) ? rate : 0, SettingsForm.Day(RateOf) ?? today),
    };

    public static string Name(Guid scenario, string path) => $"{scenario}:{path}";

    private static ShareChoice.Input? Input(string name) =>
        name.Split(':') is [var id, var path] && Guid.TryParse(id, out var scenario) ? new(scenario, path) : null;
}
