using ProfitPlanner.Application.Demand;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>What a table of shares shows at a glance: the share that lies furthest from everybody's beyond chance, else the greatest.</summary>
/// <param name="Segment">Null where no segment differs beyond chance.</param>
internal sealed record HeatFinding(NamedIntent Intent, string? Segment, double Share, double Everybody)
{
    /// <returns>Null where no intent is shown.</returns>
    public static HeatFinding? Of(OpenDemand.Counts counted, IReadOnlyList<NamedIntent> intents, bool isPlain)
    {
        if (intents.Count == 0)
            return null;
        double Share(ShareEstimate share) => isPlain ? share.Plain : share.Corrected;
        var cells = intents.Count * (counted.Columns.Count - 1);
        var differing =
            from intent in intents
            let all = counted.Everybody.Shares[intent.Key]
            from column in counted.Columns.Skip(1)
            where column.Conversations > 0 && column.Shares.ContainsKey(intent.Key)
            let own = column.Shares[intent.Key]
            where IsApart(column, own, counted.Everybody, all, cells) && (isPlain || own.Low > all.High || own.High < all.Low)
            orderby Math.Abs(Share(own) - Share(all)) descending
            select new HeatFinding(intent, column.Name, Share(own), Share(all));
        var most = counted.Everybody.Shares[intents[0].Key];
        return differing.FirstOrDefault() ?? new HeatFinding(intents[0], null, Share(most), Share(most));
    }

    // Of many cells some look different by chance alone: the segment is held against everybody else at a level that all
    // cells hold together. That the classifier's errors alone do not part them, the corrected intervals say.
    private static bool IsApart(OpenDemand.Column column, ShareEstimate own, OpenDemand.Column everybody, ShareEstimate all, int cells) =>
        ShareChange.Of(all.Given - own.Given, everybody.Conversations - column.Conversations, own.Given, column.Conversations, cells) is { } change
        && (change.Grows || change.Shrinks);
}
