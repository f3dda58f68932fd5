using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>
/// Conversion and profit as one segment's price moves, the other segments' as they stand; capacities are not looked
/// at. Source: docs/modelling/pricing.md, "Price response".
/// </summary>
public sealed record PriceResponse
{
    private const decimal Headroom = 1.2m;

    // Where neither today's price nor a best one gives a hint.
    private const decimal WithoutHint = 100;

    private PriceResponse()
    {
    }

    /// <summary>The points from zero to a round price beyond today's, the best and the flat region, or to the last measured price; evenly spaced.</summary>
    public required IReadOnlyList<PriceResponsePoint> Points { get; init; }

    /// <summary>Today's price and what comes of it.</summary>
    public required PriceResponsePoint Current { get; init; }

    /// <summary>The best price, per potential customer.</summary>
    public required OptimalPrice Optimum { get; init; }

    /// <summary>The best price and what comes of it; null where there is none.</summary>
    public required PriceResponsePoint? Best { get; init; }

    /// <summary>The response of one segment, with or without a demand curve, of 2 to 1,000 points.</summary>
    /// <exception cref="ArgumentException">The scenario has no such segment.</exception>
    public static PriceResponse Of(Scenario scenario, Guid segmentId, int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, 1000);
        var segment = new PricedSegment(
            scenario,
            scenario.Segments.FirstOrDefault(each => each.Id == segmentId)
                ?? throw new ArgumentException($"The scenario has no segment {segmentId}.", nameof(segmentId)));
        var result = scenario.Evaluate();
        var others = result.Profit - result.Segments.First(each => each.Id == segmentId).Contribution;
        var end = End(segment);
        return new PriceResponse
        {
            Points = [.. Enumerable.Range(0, points).Select(i => At(i == points - 1 ? end : i * (end / (points - 1))))],
            Current = At(segment.CurrentPrice),
            Optimum = segment.Optimum,
            Best = segment.Moves ? At(segment.Result().BestPrice) : null,
        };

        PriceResponsePoint At(decimal price)
        {
            var conversion = segment.ConversionAt(price);
            var contribution = conversion * segment.Segment.PotentialCustomers * (price - segment.Cost);
            return new(price, conversion, contribution, others + contribution);
        }
    }

    private static decimal End(PricedSegment segment)
    {
        var known = segment.Curve.KnownTo;
        var toShow = Math.Max(segment.CurrentPrice, (decimal)(segment.Optimum.Flat?.Highest ?? 0));
        var end = toShow == 0 ? WithoutHint : AxisLimit.AtLeast(toShow * Headroom);
        return known < (double)end && segment.CurrentPrice <= (decimal)known ? (decimal)known : end;
    }
}
