using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Tests.Scenarios;

internal static class Examples
{
    public static readonly Guid Shops = Guid.Parse("0197a000-0000-7000-8000-000000000001");
    public static readonly Guid Banks = Guid.Parse("0197a000-0000-7000-8000-000000000002");
    public static readonly Guid Rent = Guid.Parse("0197a000-0000-7000-8000-000000000003");

    /// <summary>The check of docs/modelling.md: its profit is 40,000.</summary>
    public static Scenario Article { get; } = new()
    {
        Name = "Article",
        Currency = Currency.Of("EUR"),
        Period = Period.Month,
        Segments =
        [
            new Segment { Id = Shops, Name = "Shops", PotentialCustomers = 10_000, Conversion = 0.2m, Revenue = new Subscription(100), VariableCost = 30 },
        ],
        FixedCosts = [new FixedCost { Id = Rent, Name = "Rent", Amount = 100_000 }],
    };

    /// <summary>The article's scenario with every number marked as illustrative.</summary>
    public static Scenario Marked { get; } = Article with
    {
        Provenance = new[] { Path(Shops, "potentialCustomers"), Path(Shops, "conversion"), Path(Shops, "revenue/price"), $"fixedCosts/{Rent}/amount" }
            .ToDictionary(path => path, path => new Provenance(ProvenanceKind.Illustrative, $"Why {path}.")),
    };

    public static string Path(Guid segment, string member) => $"segments/{segment}/{member}";

    public static Scenario WithPrice(this Scenario scenario, decimal price) =>
        scenario.WithSegment(Shops, s => s with { Revenue = new Subscription(price) });

    public static Scenario WithConversion(this Scenario scenario, decimal conversion) =>
        scenario.WithSegment(Shops, s => s with { Conversion = conversion });

    public static Scenario WithRent(this Scenario scenario, decimal amount) => scenario with
    {
        FixedCosts = [.. scenario.FixedCosts.Select(c => c.Id == Rent ? c with { Amount = amount } : c)],
    };

    public static Scenario WithSegment(this Scenario scenario, Guid id, Func<Segment, Segment> change) => scenario with
    {
        Segments = [.. scenario.Segments.Select(s => s.Id == id ? change(s) : s)],
    };
}
