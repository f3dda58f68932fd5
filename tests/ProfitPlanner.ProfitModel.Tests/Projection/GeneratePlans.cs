using CsCheck;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Projection;

/// <summary>Valid scenarios with plans, of sizes that businesses have.</summary>
internal static class GeneratePlans
{
    private static readonly Gen<decimal> Share = Gen.Frequency(
        (1, Gen.OneOf(0m, 1m)), (4, Gen.Int[0, 1_000].Select(thousandths => thousandths / 1_000m)));

    private static readonly Gen<decimal> Small = Gen.Int[0, 100].Select(thousandths => thousandths / 1_000m);
    private static readonly Gen<decimal> Amount = Gen.Int[0, 1_000].Select(amount => (decimal)amount);
    private static readonly Gen<int> Month = Gen.Int[1, 48];

    private static readonly Gen<IReadOnlyList<decimal>> Retention = Gen.OneOf(
        Gen.Const<IReadOnlyList<decimal>>([]),
        Share.Array[1, 5].Select(IReadOnlyList<decimal> (shares) => [.. shares.OrderDescending()]));

    private static readonly Gen<PriceChange[]> PriceChanges = Gen.Select(Gen.Guid, Month, Amount, Gen.Bool).Array[0, 3].Select(changes =>
        changes.DistinctBy(change => change.Item2)
            .Select(change => new PriceChange { Id = change.Item1, Month = change.Item2, Price = change.Item3, AppliesToExisting = change.Item4 })
            .ToArray());

    private static readonly Gen<Lifecycle> Lifecycle =
        Gen.Select(Gen.Select(Amount, Gen.Bool), Share, Retention, Gen.Select(Small, Small), Gen.Select(Share, Share, Share), PriceChanges).Select(
            (opening, churn, retention, movement, payment, changes) => new Lifecycle
            {
                OpeningCustomers = opening.Item2 ? (Estimate?)opening.Item1 : null,
                Churn = churn,
                Retention = retention,
                Expansion = movement.Item1,
                Contraction = movement.Item2,
                AnnualShare = payment.Item1,
                AnnualDiscount = payment.Item2,
                RefundRate = payment.Item3,
                PriceChanges = changes,
            });

    private static readonly Gen<Segment> Segment =
        Gen.Select(Gen.Guid, Gen.Int[0, 20_000], Share, Amount, Gen.Int[0, 4], Lifecycle, Small).Select(
            (id, potential, conversion, price, kind, lifecycle, cost) => new Segment
            {
                Id = id,
                Name = "Schools",
                PotentialCustomers = potential,
                Conversion = conversion,
                Revenue = kind == 0 ? new DirectSale(price) : new Subscription(price),
                VariableCost = cost * 100,
                Lifecycle = kind == 1 ? null : lifecycle,
            });

    private static Gen<Channel> Channel(Segment[] segments) =>
        Gen.Select(Gen.Guid, Gen.Int[0, segments.Length - 1], Amount, Small, Share, Gen.Select(Month, Gen.Int[0, 40])).Select(
            (id, segment, reach, conversion, saturation, months) => new Channel
            {
                Id = id,
                Name = "Search",
                Segment = segments[segment].Id,
                Reach = reach,
                CostPerContact = conversion * 10,
                Conversion = conversion,
                Saturation = saturation,
                From = months.Item1,
                Until = months.Item2 > 20 ? months.Item1 + months.Item2 : null,
            });

    public static Gen<Scenario> Scenario { get; } = Segment.Array[1, 4].SelectMany(segments =>
        Gen.Select(Channel(segments).Array[0, 4], Gen.Int[1, 60], Gen.Int[0, 12], Amount, Share, Gen.Int[-50, 50], Gen.Enum<Period>()).Select(
            (channels, months, delay, cash, tax, growth, period) =>
                ProfitModel.Scenarios.Scenario.Blank("Plan", Currency.Of("EUR"), period) with
                {
                    Segments = segments,
                    FixedCosts = [new FixedCost { Id = Guid.NewGuid(), Name = "Rent", Amount = cash }],
                    Projection = new ProjectionPlan
                    {
                        Months = months,
                        PaymentDelay = delay,
                        OpeningCash = cash * 100,
                        TaxRate = tax,
                        MarketGrowth = growth / 100m,
                        Channels = channels,
                        CostLines =
                        [
                            new RampCost { Id = Guid.NewGuid(), Name = "Servers", From = 2, To = 5, Amount = cash },
                            new HiringCost { Id = Guid.NewGuid(), Name = "Sales", From = 3, Until = 9, MonthlyCost = cash, Overhead = 0.2m },
                            new OneOffCost { Id = Guid.NewGuid(), Name = "Launch", Month = 4, Amount = cash },
                        ],
                        FundingRounds = [new FundingRound { Id = Guid.NewGuid(), Name = "Seed", Month = 6, Amount = cash }],
                    },
                }));
}
