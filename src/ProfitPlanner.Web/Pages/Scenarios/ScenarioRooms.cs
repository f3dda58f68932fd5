namespace ProfitPlanner.Web.Pages.Scenarios;

/// <summary>The pages of one scenario, as the tabs above each of them.</summary>
/// <param name="Current">Which of <see cref="All"/> is open.</param>
public sealed record ScenarioRooms(string Organisation, Guid Id, string Current)
{
    /// <summary>The last part of each page's address; the editor has none.</summary>
    public static IReadOnlyList<string> All { get; } = ["", "demand", "price", "experiments", "uncertainty", "next", "time", "actuals", "evidence", "history"];

    public string Address(string room) => $"/o/{Organisation}/scenarios/{Id}{(room.Length == 0 ? "" : $"/{room}")}";

    /// <summary>Where the scenario is shown to people outside; no room of its own.</summary>
    public string ShareAddress => $"/o/{Organisation}/sharing/new?scenario={Id}";
}
