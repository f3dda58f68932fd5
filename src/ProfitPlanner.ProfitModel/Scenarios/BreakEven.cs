using ProfitPlanner.ProfitModel.Pricing;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>Where profit becomes zero. Source: docs/modelling.md, "Break-even".</summary>
public static class BreakEven
{
    /// <summary>
    /// One segment's α* = −R/(N·m), N* = −R/(α·m) and p* = c − R/(α·N), where R is what the other segments leave of
    /// the fixed cost [currency per period]; the other numbers as they stand. Where conversion follows the price, p* is
    /// the price nearest to today's at which profit is zero.
    /// </summary>
    /// <exception cref="ArgumentException">The scenario has no such segment.</exception>
    public static SegmentBreakEven OfSegment(Scenario scenario, Guid segmentId)
    {
        var result = scenario.Evaluate();
        var (segment, own) = scenario.Segments.Zip(result.Segments).FirstOrDefault(pair => pair.First.Id == segmentId);
        return segment is null
            ? throw new ArgumentException($"The scenario has no segment {segmentId}.", nameof(segmentId))
            : Of(scenario, segment, own, result);
    }

    /// <summary>The same of every segment, in the scenario's order; of many it is much faster than one by one.</summary>
    public static IReadOnlyList<SegmentBreakEven> OfSegments(Scenario scenario)
    {
        var result = scenario.Evaluate();
        return [.. scenario.Segments.Zip(result.Segments, (segment, own) => Of(scenario, segment, own, result))];
    }

    private static SegmentBreakEven Of(Scenario scenario, Segment segment, SegmentResult own, ProfitResult result)
    {
        var conversion = ProfitLine.Of(segment, own, result, Lever.Conversion);
        var customers = ProfitLine.Of(segment, own, result, Lever.PotentialCustomers);
        var price = ProfitLine.Of(segment, own, result, Lever.Price);
        var noCustomers = customers.Current == 0;
        var noConversion = conversion.Current == 0;

        return new SegmentBreakEven(
            Point(conversion, noCustomers ? Unreachable.NoCustomers : Unreachable.NoMargin, sharePerUnit: 1),
            Point(customers, noConversion ? Unreachable.NoConversion : Unreachable.NoMargin),
            segment.Demand is null
                ? Point(price, noCustomers ? Unreachable.NoCustomers : Unreachable.NoConversion)
                // At no conversion nothing of the segment is left.
                : PriceBreakEven.Of(new PricedSegment(scenario, segment), conversion.Intercept));
    }

    /// <summary>
    /// The factors [1] on every α or on every N, k* = C_f/Σcontribution, and on every p,
    /// k* = (C_f + Σcost of customers)/Σrevenue, that make profit zero.
    /// </summary>
    public static SegmentBreakEven CommonFactor(Scenario scenario)
    {
        var result = scenario.Evaluate();
        var volume = new ProfitLine(1, result.Contribution, -result.FixedCost);
        var price = new ProfitLine(1, result.Revenue, -(result.FixedCost + result.VariableCost + result.RetentionCost));
        Unreachable? nobody =
            scenario.Segments.All(segment => segment.PotentialCustomers == 0) ? Unreachable.NoCustomers
            : result.Customers == 0 ? Unreachable.NoConversion
            : null;

        return new SegmentBreakEven(
            Point(
                volume,
                nobody ?? Unreachable.NoMargin,
                result.Segments.Select(segment => segment.Conversion).DefaultIfEmpty().Max()),
            Point(volume, nobody ?? Unreachable.NoMargin),
            Point(price, nobody ?? Unreachable.NoRevenue));
    }

    /// <param name="line">Profit along the lever, whose range begins at zero.</param>
    /// <param name="whenLevel">What keeps the line from rising, should it be level.</param>
    /// <param name="sharePerUnit">The largest α for each unit of the lever [1]; none where the range has no end.</param>
    private static BreakEvenPoint Point(ProfitLine line, Unreachable whenLevel, decimal? sharePerUnit = null)
    {
        var (rises, atZero) = (Math.Sign(line.Slope), Math.Sign(line.Intercept));
        if (rises == 0)
        {
            return BreakEvenPoint.None(
                atZero == 0 ? Unreachable.AlwaysZero : atZero > 0 ? Unreachable.AlreadyCovered : whenLevel);
        }
        if (atZero == 0)
            return BreakEvenPoint.At(0);
        if (rises == atZero)
        {
            return rises > 0
                ? BreakEvenPoint.None(Unreachable.AlreadyCovered, line.Root)
                : BreakEvenPoint.None(Unreachable.NoMargin);
        }

        // Multiplied rather than divided, so that exactly everyone is not rounded to more than everyone.
        if (Math.Abs(line.Intercept) * sharePerUnit > Math.Abs(line.Slope))
        {
            // A line that falls from above stays above: a loss-making segment that even at 100 % the others carry.
            return BreakEvenPoint.None(
                rises > 0 ? Unreachable.MoreThanEveryone : Unreachable.AlreadyCovered, line.Root);
        }
        return line.Root is { } root ? BreakEvenPoint.At(root) : BreakEvenPoint.None(Unreachable.OutOfRange);
    }
}
