using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Pricing;

/// <summary>
/// A capacity while prices are sought. A place costs those who take it λ ≥ 0 more, the least at which they fit.
/// Source: docs/modelling/pricing.md, "Capacity".
/// </summary>
internal sealed class SharedCapacity
{
    // Kept below the limit, so that rounding to decimal does not go beyond it.
    private const double Margin = 1e-12;

    private const double Settled = 1e-11;

    private const int MostRounds = 5_000;

    // Where λ is looked for [currency per customer per period].
    private const double First = 1e-6;

    private const double Farthest = 4 * (double)ScenarioLimits.Money;

    private readonly Capacity _capacity;
    private readonly int[] _sharers;
    private readonly double _limit;
    private readonly CapacityProblem? _problem;
    private double _shadow;

    public SharedCapacity(Capacity capacity, PricedSegment[] segments)
    {
        _capacity = capacity;
        var named = capacity.Segments.ToHashSet();
        _sharers = [.. Enumerable.Range(0, segments.Length).Where(i => capacity.Segments.Count == 0 || named.Contains(segments[i].Segment.Id))];
        var unmoved = _sharers.Where(i => !segments[i].Moves).Sum(i => segments[i].Customers);
        _limit = unmoved + ((double)capacity.Limit - unmoved) * (1 - Margin);
        _problem = unmoved > (double)capacity.Limit ? CapacityProblem.FixedDemandExceeds
            : _sharers.Sum(i => segments[i].LeastCustomers) > _limit ? CapacityProblem.HighestPricesExceed
            : null;
    }

    /// <summary>Reprices the segments so that every capacity that can be kept is.</summary>
    public static void Balance(SharedCapacity[] capacities, PricedSegment[] segments)
    {
        SharedCapacity[] kept = [.. capacities.Where(capacity => capacity._problem is null)];

        for (var round = 0; round < MostRounds; round++)
        {
            var moved = false;
            foreach (var capacity in kept)
                moved |= capacity.Settle(segments, kept, canFall: true);
            if (!moved)
                break;
        }
        foreach (var capacity in kept)
            capacity.Settle(segments, kept, canFall: false);
        for (var i = 0; i < segments.Length; i++)
            Fill(i, segments, kept);
    }

    public CapacityUse Result(SegmentPrice[] prices) => new()
    {
        Id = _capacity.Id,
        Name = _capacity.Name,
        Limit = _capacity.Limit,
        Customers = _sharers.Sum(i => prices[i].Customers),
        ShadowPrice = (decimal)_shadow,
        Problem = _problem,
    };

    // Where profit jumps with the price, λ may leave places that one segment alone could fill.
    private static void Fill(int i, PricedSegment[] segments, SharedCapacity[] kept)
    {
        SharedCapacity[] own = [.. kept.Where(capacity => capacity._sharers.Contains(i))];
        if (own.Any(capacity => capacity._shadow > 0))
            segments[i].Fill(own.Min(capacity => capacity._limit - capacity.Customers(segments)) + segments[i].Customers);
    }

    private double Customers(PricedSegment[] segments) => _sharers.Sum(i => segments[i].Customers);

    // The least λ of this capacity at which its segments fit, the others' as they stand; says whether it moved.
    private bool Settle(PricedSegment[] segments, SharedCapacity[] kept, bool canFall)
    {
        var before = _shadow;
        double[] others = [.. _sharers.Select(i => kept.Where(other => other != this && other._sharers.Contains(i)).Sum(other => other._shadow))];
        _shadow = LeastFrom(canFall ? 0 : before);
        Excess(_shadow);
        return Math.Abs(_shadow - before) > Settled * _shadow;

        double LeastFrom(double low)
        {
            if (Excess(low) <= 0)
                return low;
            var high = Math.Max(First, 2 * low);
            while (Excess(high) > 0 && high < Farthest)
                (low, high) = (high, 2 * high);
            var shadow = Root.Between(Excess, low, high);
            for (var more = 1e-15 * high; Excess(shadow) > 0 && shadow < high; more *= 2)
                shadow = Math.Min(shadow + more, high);
            return shadow;
        }

        double Excess(double shadow)
        {
            for (var k = 0; k < _sharers.Length; k++)
                segments[_sharers[k]].Reprice(others[k] + shadow);
            return Customers(segments) - _limit;
        }
    }
}
