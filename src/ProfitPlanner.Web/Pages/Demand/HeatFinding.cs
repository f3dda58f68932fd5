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
        var differing =
            from intent in intents
            let all = counted.Everybody.Shares[intent.Key]
            from column in counted.Columns.Skip(1)
            where column.Conversations > 0 && column.Shares.TryGetValue(intent.Key, out var own) && IsApart(own, all, isPlain)
            let own = column.Shares[intent.Key]
            orderby Math.Abs(Share(own) - Share(all)) descending
            select new HeatFinding(intent, column.Name, Share(own), Share(all));
        var most = counted.Everybody.Shares[intents[0].Key];
        return differing.FirstOrDefault() ?? new HeatFinding(intents[0], null, Share(most), Share(most));
    }

    private static bool IsApart(ShareEstimate one, ShareEstimate other, bool isPlain) =>
        isPlain ? one.PlainLow > other.PlainHigh || one.PlainHigh < other.PlainLow : one.Low > other.High || one.High < other.Low;
}
