using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

/// <summary>The worked examples of docs/modelling.md.</summary>
internal static class Examples
{
    /// <summary>P = 40,000; the article that the model comes from prints 140,000.</summary>
    public static Scenario Check { get; } = OneSegment(0.2m, 10_000, 100, 30, 100_000);

    /// <summary>P = −30,000: α* = 0.25, N* = 12,500, p* = 115.</summary>
    public static Scenario Losing { get; } = OneSegment(0.2m, 10_000, 100, 40, 150_000);

    /// <summary>Contributions 120,000, 72,000 and 14,760; P = 56,760.</summary>
    public static Scenario ThreeSegments { get; } = Scenario.Blank("Three segments", Currency.Of("EUR"), Period.Month) with
    {
        VariableCost = 40,
        FixedCosts = [FixedCost(150_000)],
        Segments = [Segment(0.2m, 10_000, 100), Segment(0.08m, 2_500, 400), Segment(0.02m, 300, 2_500)],
    };

    public static Scenario OneSegment(decimal conversion, decimal customers, decimal price, decimal cost, decimal fixedCost) =>
        Scenario.Blank("One segment", Currency.Of("EUR"), Period.Month) with
        {
            VariableCost = cost,
            FixedCosts = [FixedCost(fixedCost)],
            Segments = [Segment(conversion, customers, price)],
        };

    public static Segment Segment(decimal conversion, decimal customers, decimal price) => new()
    {
        Id = Guid.NewGuid(),
        Name = "Schools",
        Conversion = conversion,
        PotentialCustomers = customers,
        Revenue = new Subscription(price),
    };

    public static FixedCost FixedCost(decimal amount) => new() { Id = Guid.NewGuid(), Name = "Rent", Amount = amount };
}
