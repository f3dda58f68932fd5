using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Scenarios;

/// <summary>
/// How much less of a scenario somebody believes: fewer who buy, more who leave, sales that begin later.
/// Source: docs/modelling/haircuts.md.
/// </summary>
public sealed record Haircut
{
    /// <summary>Takes nothing off.</summary>
    public static Haircut None { get; } = new();

    /// <summary>The part of every conversion that is not believed [1], in [0, 1].</summary>
    public decimal Conversion { get; init; }

    /// <summary>What is added to every monthly churn [1 per month], in [0, 1].</summary>
    public decimal Churn { get; init; }

    /// <summary>How much later sales begin, while costs run [months], at least 0.</summary>
    public int MonthsLater { get; init; }

    /// <summary>
    /// The scenario as it would be then. It is there to be calculated: what is uncertain in it may have distributions that
    /// no file can hold.
    /// </summary>
    public Scenario Of(Scenario scenario)
    {
        if (this == None)
            return scenario;
        var plan = scenario.Projection ?? new ProjectionPlan();
        var byChannels = plan.Channels.Select(channel => channel.Segment).ToHashSet();
        return scenario with
        {
            Segments = [.. scenario.Segments.Select(segment => OfSegment(segment, plan, byChannels.Contains(segment.Id)))],
            Projection = plan with
            {
                Channels = [.. plan.Channels.Select(channel => channel with { Conversion = Believed(channel.Conversion) })],
                SalesDelay = MonthsLater,
            },
        };
    }

    private Segment OfSegment(Segment segment, ProjectionPlan plan, bool hasChannels) => segment with
    {
        Conversion = Believed(segment.Conversion),
        Demand = segment.Demand is { } demand && Conversion > 0 ? new ReducedDemand(demand, 1 - Conversion) : segment.Demand,
        // Direct sales keep nobody who could leave.
        Lifecycle = Churn == 0 || segment.Revenue is DirectSale
            ? segment.Lifecycle
            : Leaving(segment.Lifecycle ?? new Lifecycle { Churn = hasChannels ? 0 : Decline(plan) }),
    };

    private Estimate Believed(Estimate conversion) => Moved(conversion, 1 - Conversion, 0);

    private Lifecycle Leaving(Lifecycle lifecycle) => lifecycle.Retention.Count == 0
        ? lifecycle with { Churn = Moved(lifecycle.Churn, 1, Churn) }
        : lifecycle with { Retention = [.. Leaving(lifecycle.Retention)] };

    // Of those who stayed until a month, so many more leave in it.
    private IEnumerable<decimal> Leaving(IReadOnlyList<decimal> retention)
    {
        decimal before = 1, left = 1;
        foreach (var share in retention)
        {
            left *= before == 0 ? 0 : Math.Max(0, share / before - Churn);
            before = share;
            yield return left;
        }
    }

    // Customers who stay are lost only with their market, and still are when they leave as well.
    private static decimal Decline(ProjectionPlan plan) =>
        (decimal)Math.Max(0, 1 - Math.Pow(1 + (double)plan.MarketGrowth.Value, 1d / 12));

    // Of a share, so that it stays one.
    private static Estimate Moved(Estimate share, decimal factor, decimal more) => (factor, more) == (1, 0)
        ? share
        : new Estimate(
            Math.Clamp(share.Value * factor + more, 0, 1),
            share.Distribution is { } distribution ? new MovedDistribution(distribution, (double)factor, (double)more) : null);
}
