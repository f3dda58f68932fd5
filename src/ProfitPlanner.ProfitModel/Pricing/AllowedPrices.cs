using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>The prices to choose among: between two bounds, and of certain endings where there is a step.</summary>
/// <param name="Lowest">[currency per customer per period], at least 0.</param>
/// <param name="Highest">[currency per customer per period]; <see cref="ScenarioLimits.Money"/> where there is none.</param>
/// <param name="HighestIs">What the upper bound is; null where it is only the end of what can be reckoned with.</param>
/// <param name="Step">[currency]; null where any price will do.</param>
/// <param name="Ending">[currency].</param>
internal readonly record struct AllowedPrices(double Lowest, double Highest, PriceBound? HighestIs, decimal? Step, decimal Ending)
{
    public static AllowedPrices Of(PriceRange? range, double knownTo)
    {
        var given = (double)(range?.Highest ?? ScenarioLimits.Money);
        var allowed = new AllowedPrices(
            (double)(range?.Lowest ?? 0),
            Math.Min(given, knownTo),
            knownTo < given ? PriceBound.LastMeasured : range?.Highest is null ? null : PriceBound.Highest,
            range?.Step,
            range?.Ending ?? 0);
        return range?.Step is { } step && !allowed.IsEmpty ? allowed.ToPoints(step) : allowed;
    }

    /// <summary>What all segments allow; price points only where those that have them have the same.</summary>
    public static AllowedPrices All(IReadOnlyList<PricedSegment> segments)
    {
        PriceRange[] ranges = [.. segments.Select(segment => segment.Segment.PriceRange).OfType<PriceRange>()];
        (decimal?, decimal)[] points = [.. ranges.Where(range => range.Step is not null).Select(range => (range.Step, range.Ending)).Distinct()];
        var (step, ending) = points.Length == 1 ? points[0] : (null, 0);
        var common = new PriceRange(ranges.Max(range => range.Lowest), ranges.Min(range => range.Highest), step, ending);
        return Of(common, segments.Select(segment => segment.Curve.KnownTo).DefaultIfEmpty(double.PositiveInfinity).Min());
    }

    public bool IsEmpty => !(Lowest <= Highest);

    /// <summary>The nearest allowed price that is not above one; the lowest where there is none.</summary>
    public double Below(double price) => Nearest(price, decimal.Floor);

    /// <summary>The nearest allowed price that is not below one; the highest where there is none.</summary>
    public double Above(double price) => Nearest(price, decimal.Ceiling);

    private double Nearest(double price, Func<decimal, decimal> round)
    {
        price = Math.Clamp(price, Lowest, Highest);
        return Step is { } step
            ? Math.Clamp((double)(round(((decimal)price - Ending) / step) * step + Ending), Lowest, Highest)
            : price;
    }

    // The bounds become prices that are allowed themselves.
    private AllowedPrices ToPoints(decimal step) => this with
    {
        Lowest = (double)(Math.Max(0, decimal.Ceiling(((decimal)Lowest - Ending) / step)) * step + Ending),
        Highest = (double)(decimal.Floor(((decimal)Highest - Ending) / step) * step + Ending),
    };
}
