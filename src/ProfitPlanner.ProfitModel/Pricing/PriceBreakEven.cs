using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>
/// Where profit is zero while demand follows the price: mostly at two prices, below and above the best one.
/// Source: docs/modelling/pricing.md, "Break-even with demand".
/// </summary>
internal static class PriceBreakEven
{
    /// <summary>The nearest such price to today's.</summary>
    /// <param name="segment">Has a demand curve.</param>
    /// <param name="others">What the other segments leave of the fixed cost [currency per period].</param>
    public static BreakEvenPoint Of(PricedSegment segment, decimal others)
    {
        var rest = (double)others;
        if (segment.Potential == 0)
        {
            return BreakEvenPoint.None(
                rest == 0 ? Unreachable.AlwaysZero : rest > 0 ? Unreachable.AlreadyCovered : Unreachable.NoCustomers);
        }

        var end = Math.Min(segment.Curve.KnownTo, (double)ScenarioLimits.Money);
        double[] ends = [0, .. segment.Curve.TurnsAt(segment.UnitCost).Where(turn => turn > 0 && turn < end), end];
        var current = (double)segment.CurrentPrice;
        double? nearest = Profit(0) == 0 && ends.Any(price => Profit(price) != 0) ? 0 : null;
        for (var i = 1; i < ends.Length; i++)
        {
            if (Math.Sign(Profit(ends[i - 1])) * Math.Sign(Profit(ends[i])) >= 0)
                continue;
            var root = Root.Between(Profit, ends[i - 1], ends[i]);
            if (nearest is not { } other || Math.Abs(root - current) < Math.Abs(other - current))
                nearest = root;
        }

        if (nearest is { } price)
            return BreakEvenPoint.At((decimal)price);
        var most = ends.Max(Profit);
        return BreakEvenPoint.None(
            most > 0 ? Unreachable.AlreadyCovered
            : ends.All(end => segment.Curve.At(end) == 0) ? most == 0 ? Unreachable.AlwaysZero : Unreachable.NoConversion
            : Unreachable.NoMargin);

        double Profit(double price) => rest + segment.Potential * segment.Curve.ContributionAt(price, segment.UnitCost);
    }
}
