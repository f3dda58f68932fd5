using ProfitPlanner.Application.Review;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>One turn to label, and what the next answer must bring along.</summary>
/// <param name="Skipped">Keys of turns, the latest last.</param>
/// <param name="Notice">What the last answer did; null where there was none.</param>
public sealed record ReviewView(NextToReview.Result Next, ReviewFilter Filter, IReadOnlyList<string> Skipped, string? Notice)
{
    // They stand in the address, so that nothing is lost when the page is loaded again.
    private const int MostSkipped = 40;

    public string? NameOf(string? intent) => Next.Intents.FirstOrDefault(i => i.Key == intent)?.Name;

    /// <summary>The page's address with this turn.</summary>
    public QueryString Query => new QueryString().Add("show", Filter.ToString())
        + (Next.Turn is { } turn ? QueryString.Create("turn", turn.Key.ToString()) : default)
        + (Skipped.Count > 0 ? QueryString.Create("skipped", string.Join('.', Skipped)) : default);

    public static IReadOnlyList<string> Read(string? skipped) =>
        [.. (skipped ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries).Where(key => TurnKey.Read(key) is not null).TakeLast(MostSkipped)];
}
