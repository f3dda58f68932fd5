using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Web.Pages.Demand;

/// <summary>A share in the table of intents and segments: its shade, its words, and where its sentences are.</summary>
/// <param name="Share">Null where the segment has no conversation.</param>
/// <param name="Level">Of the shade, from 0 to 6.</param>
/// <param name="Address">Null for who may not read sentences, and where there are none.</param>
public sealed record HeatCell(ShareEstimate? Share, int Level, string? Address, bool IsPlain)
{
    /// <param name="most">The greatest share of the table.</param>
    internal static HeatCell Of(ShareEstimate? share, double most, bool isPlain, string? address)
    {
        var shown = share is null ? 0 : isPlain ? share.Plain : share.Corrected;
        return new HeatCell(share, most <= 0 ? 0 : (int)Math.Round(6 * Math.Sqrt(Math.Clamp(shown / most, 0, 1))), share is { Given: > 0 } ? address : null, isPlain);
    }
}
