using ProfitPlanner.Application.Evidence;
using ProfitPlanner.Web.Pages.Demand;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Evidence;

/// <summary>What is typed to send evidence; its names are those of the page's address.</summary>
public sealed class EvidenceForm
{
    /// <summary>The scenario, where the number has not been chosen yet.</summary>
    public Guid? Scenario { get; set; }

    /// <summary>A scenario's id and the path of its number, divided by a colon.</summary>
    public string? Number { get; set; }

    public string[] Intent { get; set; } = [];

    public Guid? Segment { get; set; }

    /// <summary>A month, as in 2026-03.</summary>
    public string? From { get; set; }

    public string? To { get; set; }

    public string? Takers { get; set; }

    public string? ContactRate { get; set; }

    public string? Remark { get; set; }

    /// <summary>The number that is chosen, or the first of the scenario; null where nothing is.</summary>
    public (Guid Scenario, string Path)? Target(IReadOnlyList<ListEvidenceChoices.Plan> plans)
    {
        if (Number?.Split(':') is [var id, var path] && Guid.TryParse(id, out var scenario))
            return (scenario, path);
        return (plans.FirstOrDefault(plan => plan.Id == Scenario && plan.Targets.Count > 0) ?? plans.FirstOrDefault(plan => plan.Targets.Count > 0)) is { } first
            ? (first.Id, first.Targets[0].Path)
            : null;
    }

    /// <returns>Null where a field cannot be read: <paramref name="wrong"/> names it.</returns>
    public (SignalQuery Signal, EvidenceAssumptions Assumptions)? Read(out string? wrong)
    {
        wrong = Intent.Length == 0 ? "intent" : null;
        if (!MonthField.TryRead(From, out var from))
            wrong = "from";
        if (!MonthField.TryRead(To, out var to))
            wrong = "to";
        if (!EstimateText.TryRead(Takers, isShare: true, out var takers))
            wrong = "takers";
        if (!EstimateText.TryRead(ContactRate, isShare: false, out var rate))
            wrong = "contactRate";
        return wrong is null ? (new SignalQuery(Intent, Segment, from, to), new EvidenceAssumptions(takers, rate)) : null;
    }
}
