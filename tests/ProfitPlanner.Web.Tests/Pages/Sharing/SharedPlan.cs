using ProfitPlanner.Application.Sharing;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Demand;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Web.Tests.Pages.Sharing;

/// <summary>What founders of these tests share: schools by subscription with a demand curve, found by a channel, and shops.</summary>
internal static class SharedPlan
{
    private static readonly Guid Schools = Guid.Parse("0197b000-0000-7000-8000-000000000101");
    private static readonly Guid Shops = Guid.Parse("0197b000-0000-7000-8000-000000000102");

    public static Scenario Of(string name = "Careful", string schools = "Schools", string shops = "Shops", string rent = "Rent", string channel = "Search") => new()
    {
        Name = name,
        Currency = Currency.Of("EUR"),
        Period = Period.Month,
        VariableCost = 20,
        FixedCosts = [new FixedCost { Id = Guid.Parse("0197b000-0000-7000-8000-000000000103"), Name = rent, Amount = new Estimate(new TriangularDistribution(50_000, 60_000, 75_000)) }],
        Segments =
        [
            new Segment
            {
                Id = Schools,
                Name = schools,
                PotentialCustomers = new Estimate(new UniformDistribution(3_000, 5_000)),
                Conversion = 0.2m,
                Demand = new LogitDemand(2, -0.03m),
                Revenue = new Subscription(89),
                Lifecycle = new Lifecycle { OpeningCustomers = 400, Churn = new Estimate(new BetaDistribution(6, 194)) },
            },
            new Segment { Id = Shops, Name = shops, PotentialCustomers = 2_000, Conversion = new Estimate(new BetaDistribution(20, 80)), Revenue = new Subscription(60) },
        ],
        Projection = new ProjectionPlan
        {
            Months = 24,
            Start = new DateOnly(2027, 1, 1),
            OpeningCash = 300_000,
            Channels = [new Channel { Id = Guid.Parse("0197b000-0000-7000-8000-000000000104"), Name = channel, Segment = Schools, Reach = 3_000, Conversion = 0.02m, CostPerContact = 1.2m }],
        },
    };

    /// <summary>With evidence behind two numbers, and demand that was counted.</summary>
    public static DashboardContent WithEvidence(DashboardContent content) => content with
    {
        Scenarios =
        [
            .. content.Scenarios.Select(shared => shared with
            {
                Assumptions = [.. shared.Assumptions.Select(Founded)],
                Demand =
                [
                    new SharedDemand(null, Cheaper, 1_240, Counted(0.14)), new SharedDemand("Schools", Cheaper, 700, Counted(0.19)),
                    new SharedDemand(null, Export, 1_240, Counted(0.06)), new SharedDemand("Schools", Export, 700, Counted(0.04)),
                ],
            }),
        ],
    };

    private static readonly SharedIntent Cheaper = new("Cheaper plan", "更便宜的套餐"), Export = new("Export of data", "数据导出");

    private static SharedAssumption Founded(SharedAssumption assumption) => assumption.Path.Split('/')[^1] switch
    {
        "conversion" when assumption.Path.StartsWith("segments", StringComparison.Ordinal) => assumption with
        {
            Grade = ProvenanceKind.Transcripts,
            Reason = "Of those who asked for it, one in three took it.",
            Link = "https://example.com/study",
            Date = new DateOnly(2026, 10, 1),
            Signal = new SharedSignal([Cheaper], "Schools", new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 1), 1_240, Counted(0.14)),
            Sentences = ["We would stay if [NAME] had a cheaper plan."],
        },
        "amount" => assumption with { Grade = ProvenanceKind.Quote, Reason = "The landlord's offer." },
        _ => assumption,
    };

    private static ShareEstimate Counted(double share) => new("cheaper", (long)(1_240 * share), share, share - 0.02, share + 0.02, share, share - 0.03, share + 0.03);
}
