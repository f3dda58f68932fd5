using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>
/// One price for several segments: the sum of their contributions may have several peaks, so that it is scanned, and
/// every peak refined. Source: docs/modelling/pricing.md, "One price for all".
/// </summary>
internal static class CommonOptimum
{
    private const int GridPoints = 256;

    // More segments than this make the scan dense enough by their peaks alone.
    private const int ManySegments = 100;

    // Where a curve bends: prices at which these parts of its buyers are left [1].
    private static readonly double[] Parts = [0.999, 0.97, 0.9, 0.7, 0.5, 0.3, 0.1, 0.03, 0.01, 0.001, 0];

    public static CommonPrice Of(IReadOnlyList<PricedSegment> segments)
    {
        var separate = segments.Sum(segment => segment.Potential * Math.Max(0, segment.Optimum.Contribution));
        var allowed = AllowedPrices.All(segments);
        if (segments.Count == 0)
            return None(NoOptimum.FixedDemand);
        if (allowed.IsEmpty)
            return None(NoOptimum.NoAllowedPrice);

        var scan = Scan(segments, allowed);
        List<double> peaks = [];
        if (Slope(scan[0]) <= 0)
            peaks.Add(scan[0]);
        for (var i = 1; i < scan.Count; i++)
        {
            if (Slope(scan[i - 1]) > 0 && Slope(scan[i]) <= 0)
                peaks.Add(Root.Between(Slope, scan[i - 1], scan[i]));
        }
        if (Slope(scan[^1]) > 0)
            peaks.Add(scan[^1]);

        PriceMaximum[] maxima =
        [
            .. peaks.Select(peak => Contribution(allowed.Below(peak)) >= Contribution(allowed.Above(peak)) ? allowed.Below(peak) : allowed.Above(peak))
                .Distinct()
                .Select(price => (price, contribution: Contribution(price)))
                .Where(each => each.contribution > 0)
                .OrderByDescending(each => each.contribution)
                .ThenBy(each => each.price)
                .Select(each => new PriceMaximum((decimal)each.price, (decimal)each.contribution)),
        ];
        return maxima.Length == 0 ? None(NoOptimum.NeverProfitable)
            : allowed.HighestIs is null && (double)maxima[0].Price >= allowed.Highest ? None(NoOptimum.NoFinitePrice)
            : new CommonPrice { Maxima = maxima, SeparateContribution = (decimal)separate };

        CommonPrice None(NoOptimum reason) => new() { Maxima = [], Reason = reason, SeparateContribution = (decimal)separate };

        double Contribution(double price)
        {
            var sum = 0.0;
            for (var i = 0; i < segments.Count; i++)
                sum += segments[i].Potential * segments[i].Curve.ContributionAt(price, segments[i].UnitCost);
            return sum;
        }

        double Slope(double price)
        {
            var sum = 0.0;
            for (var i = 0; i < segments.Count; i++)
            {
                var (segment, curve) = (segments[i], segments[i].Curve);
                sum += segment.Potential * (curve.At(price) + (price - segment.UnitCost) * curve.SlopeAt(price));
            }
            return sum;
        }
    }

    // Below every segment's peak the sum rises and above every one it falls, so that all peaks lie between.
    private static List<double> Scan(IReadOnlyList<PricedSegment> segments, AllowedPrices allowed)
    {
        double[] turns = [.. segments.SelectMany(segment => segment.Curve.TurnsAt(segment.UnitCost)).Select(turn => Math.Clamp(turn, allowed.Lowest, allowed.Highest))];
        if (turns.Length == 0)
            return [allowed.Lowest];
        var (low, high) = (turns.Min(), turns.Max());
        var start = Math.Max(low, high * 1e-9);
        IEnumerable<double> grid = Enumerable.Range(1, GridPoints - 1).Select(i => (double)i / GridPoints)
            .SelectMany(part => (double[])[low + part * (high - low), start * Math.Pow(high / start, part)]);
        IEnumerable<double> bends = segments.Count > ManySegments ? [] : segments.SelectMany(
            segment => Parts.Select(part => segment.Curve.PriceAt(part * segment.Curve.At(0)))).OfType<double>();
        return [.. turns.Concat(grid).Concat(bends).Where(price => price >= low && price <= high).Distinct().Order()];
    }
}
