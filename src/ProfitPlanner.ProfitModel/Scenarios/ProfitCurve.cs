using ProfitPlanner.ProfitModel.Pricing;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Profit of the whole scenario as one segment's lever moves. Source: docs/modelling.md, "Profit curve".</summary>
public sealed record ProfitCurve
{
    private const decimal Headroom = 1.2m;

    // Where neither the current value nor a break-even gives a hint.
    private const decimal WithoutHint = 100;

    private ProfitCurve()
    {
    }

    /// <summary>What moves.</summary>
    public required Lever Lever { get; init; }

    /// <summary>The curve from zero to a round number beyond the current value and the break-even, evenly spaced.</summary>
    public required IReadOnlyList<CurvePoint> Points { get; init; }

    /// <summary>Where the lever stands now [its unit].</summary>
    public required decimal Current { get; init; }

    /// <summary>Profit there [currency per period].</summary>
    public required decimal CurrentProfit { get; init; }

    /// <summary>Where profit is zero.</summary>
    public required BreakEvenPoint BreakEven { get; init; }

    /// <summary>The curve of one segment's lever, of 2 to 1,000 points.</summary>
    /// <exception cref="ArgumentException">The scenario has no such segment.</exception>
    public static ProfitCurve Of(Scenario scenario, Guid segmentId, Lever lever, int points)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, 1000);

        var line = ProfitLine.Of(scenario, segmentId, lever);
        var breakEven = Scenarios.BreakEven.OfSegment(scenario, segmentId)[lever];
        var end = End(lever, Math.Max(line.Current, breakEven.Value ?? 0));
        var step = end / (points - 1);
        var profit = ProfitAlong(scenario, segmentId, lever, line);
        return new ProfitCurve
        {
            Lever = lever,
            Points =
            [
                .. Enumerable.Range(0, points)
                    .Select(i => i == points - 1 ? end : i * step)
                    .Select(x => new CurvePoint(x, profit(x))),
            ],
            Current = line.Current,
            CurrentProfit = line.At(line.Current),
            BreakEven = breakEven,
        };
    }

    // A straight line, but where conversion follows the price.
    private static Func<decimal, decimal> ProfitAlong(Scenario scenario, Guid segmentId, Lever lever, ProfitLine line)
    {
        var segment = scenario.Segments.First(each => each.Id == segmentId);
        if (lever != Lever.Price || segment.Demand is null)
            return line.At;
        var priced = new PricedSegment(scenario, segment);
        var others = ProfitLine.Of(scenario, segmentId, Lever.Conversion).Intercept;
        return price => others + priced.ConversionAt(price) * segment.PotentialCustomers * (price - priced.Cost);
    }

    private static decimal End(Lever lever, decimal toShow)
    {
        var end = toShow == 0 ? WithoutHint : AxisLimit.AtLeast(toShow * Headroom);
        return lever == Lever.Conversion ? Math.Min(end, 1) : end;
    }
}
