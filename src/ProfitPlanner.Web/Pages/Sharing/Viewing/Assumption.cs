using ProfitPlanner.Application.Sharing;

namespace ProfitPlanner.Web.Pages.Sharing.Viewing;

/// <summary>A number of a shared scenario, in words.</summary>
/// <param name="Grade">How well founded it is.</param>
/// <param name="Signal">What was counted in conversations; null where it did not come from there.</param>
public sealed record Assumption(string Name, string Value, string Grade, string? Signal, SharedAssumption Shared)
{
    /// <summary>Whether more than its grade may be seen.</summary>
    public bool Opens => Shared.Reason is not null || Shared.Link is not null || Shared.Date is not null || Signal is not null || Shared.Sentences.Count > 0;
}
