using ProfitPlanner.Data.Demand;
using ProfitPlanner.ProfitModel.Demand;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>What topics and their changes are called.</summary>
internal static class TopicWords
{
    /// <summary>The name that somebody gave, or the terms that tell the topic best.</summary>
    public static string Name(string? name, IReadOnlyList<string> terms) => name ?? (terms.Count == 0 ? "–" : string.Join(" · ", terms.Take(Topic.NamingTerms)));

    /// <summary>Which text says how a topic has changed.</summary>
    public static string Change(ShareChange change, bool isNew) => change.Grows ? isNew ? "New" : "Growing" : change.Shrinks ? "Shrinking" : "Steady";

    /// <summary>A difference of shares in points, with its sign.</summary>
    public static string Points(double difference) => (difference > 0 ? "+" : "") + Format.Number((decimal)Math.Round(100 * difference, 1));
}
