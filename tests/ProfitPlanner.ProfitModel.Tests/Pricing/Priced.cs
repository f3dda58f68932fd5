using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Pricing;

/// <summary>Scenarios with demand curves.</summary>
internal static class Priced
{
    /// <summary>Separate prices of 80 and 323.04 bring 246,608.11; one price has maxima at 80.81 and 322.83.</summary>
    public static Scenario TwoKinds { get; } = Of(0, Segment(10_000, Logit(4, -0.05m), 80), Segment(200, Logit(8, -0.02m), 80));

    public static LogitDemand Logit(decimal intercept, decimal slope) => new(intercept, slope);

    public static Scenario Of(decimal fixedCost, params Segment[] segments) =>
        Scenario.Blank("Priced", Currency.Of("EUR"), Period.Month) with
        {
            VariableCost = 30,
            RetentionCost = 10,
            FixedCosts = [new FixedCost { Id = Guid.NewGuid(), Name = "Rent", Amount = fixedCost }],
            Segments = segments,
        };

    public static Segment Segment(decimal customers, PriceDemand? demand, decimal price, decimal conversion = 0) => new()
    {
        Id = Guid.NewGuid(),
        Name = "Schools",
        PotentialCustomers = customers,
        Conversion = conversion,
        Demand = demand,
        Revenue = new Subscription(price),
    };

    public static Capacity Capacity(decimal limit, params Segment[] segments) =>
        new() { Id = Guid.NewGuid(), Name = "Seats", Limit = limit, Segments = [.. segments.Select(segment => segment.Id)] };
}
