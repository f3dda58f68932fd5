using CsCheck;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

/// <summary>Valid scenarios and edits of them, for properties.</summary>
internal static class Generate
{
    private static readonly Gen<string> Name = Gen.OneOf("Schools", "学校 🏫", "<b> & \"quotes\"", "a/b", "0");
    private static readonly Gen<string> Notes = Gen.OneOf("", "Two\nlines", "备注");

    private static readonly Gen<decimal> Amount = Gen.Frequency(
        (1, Gen.Const(0m)),
        (4, Gen.Int[0, 10_000_000].Select(cents => cents / 100m)),
        (1, Gen.Int[1, 1_000_000].Select(parts => 1m / parts)));

    private static readonly Gen<decimal> Share = Gen.Frequency(
        (1, Gen.OneOf(0m, 1m)), (4, Gen.Int[0, 1_000].Select(thousandths => thousandths / 1_000m)));

    private static readonly Gen<decimal> Quantity = Gen.Frequency(
        (1, Gen.Const(0m)), (4, Gen.Int[0, 100_000].Select(count => (decimal)count)));

    private static readonly Gen<decimal?> OwnCost = Gen.OneOf(Gen.Const((decimal?)null), Amount.Select(amount => (decimal?)amount));

    private static readonly Gen<IReadOnlyList<Tier>> Tiers =
        Gen.Select(Gen.Int[1, 5_000].Array[0, 4], Amount.Array[5]).Select(IReadOnlyList<Tier> (ends, prices) =>
        [
            .. ends.Distinct().Order().Zip(prices, (end, price) => new Tier(end, price)),
            new(null, prices[^1]),
        ]);

    public static Gen<RevenueModel> Revenue { get; } = Gen.OneOf<RevenueModel>(
        Amount.Select(RevenueModel (price) => new Subscription(price)),
        Amount.Select(RevenueModel (price) => new DirectSale(price)),
        Gen.Select(Quantity, Amount).Select(RevenueModel (units, price) => new PerUse(units, price)),
        Gen.Select(Quantity, Amount).Select(RevenueModel (customers, price) => new PerEndCustomer(customers, price)),
        Gen.Select(Quantity, Gen.Enum<TierMode>(), Tiers, Gen.Int[1, 100]).Select(
            RevenueModel (units, mode, tiers, size) => new PerVolume(units, mode, tiers) { PackageSize = size }),
        Gen.Select(Amount, Quantity, Quantity, Amount).Select(
            RevenueModel (fee, included, calls, price) => new ApiService(fee, included, calls, price)),
        Gen.Select(Quantity, Share, Amount, Share).Select(
            RevenueModel (views, fill, price, share) => new Advertising(views, fill, price, share)));

    public static Gen<Segment> Segment { get; } =
        Gen.Select(Gen.Guid, Name, Quantity, Share, Revenue, OwnCost, OwnCost).Select(
            (id, name, customers, conversion, revenue, variable, retention) => new Segment
            {
                Id = id,
                Name = name,
                PotentialCustomers = customers,
                Conversion = conversion,
                Revenue = revenue,
                VariableCost = variable,
                RetentionCost = retention,
            });

    public static Gen<FixedCost> FixedCost { get; } = Gen.Select(Gen.Guid, Name, Amount).Select(
        (id, name, amount) => new FixedCost { Id = id, Name = name, Amount = amount });

    public static Gen<Scenario> Scenario { get; } = Scenarios(leastSegments: 0);

    public static Gen<Scenario> ScenarioWithSegments { get; } = Scenarios(leastSegments: 1);

    /// <summary>The scenario after a person has changed, added, removed and moved some of it.</summary>
    public static Gen<Scenario> EditOf(Scenario before) =>
        Gen.Select(Scenario, EditOf(before.Segments, Segment, Edited), EditOf(before.FixedCosts, FixedCost, Edited), Gen.Bool.Array[6]).Select(
            (other, segments, fixedCosts, take) => before with
            {
                Name = take[0] ? other.Name : before.Name,
                Currency = take[1] ? other.Currency : before.Currency,
                Period = take[2] ? other.Period : before.Period,
                Notes = take[3] ? other.Notes : before.Notes,
                VariableCost = take[4] ? other.VariableCost : before.VariableCost,
                RetentionCost = take[5] ? other.RetentionCost : before.RetentionCost,
                Segments = segments,
                FixedCosts = fixedCosts,
            });

    private static Gen<Scenario> Scenarios(int leastSegments) =>
        Gen.Select(
            Name, Gen.OneOf([.. Currency.All]), Gen.Enum<Period>(), Notes, Amount, Amount,
            FixedCost.Array[0, 3], Segment.Array[leastSegments, 5]).Select(
            (name, currency, period, notes, variable, retention, fixedCosts, segments) =>
                ProfitModel.Scenarios.Scenario.Blank(name, currency, period) with
                {
                    Notes = notes,
                    VariableCost = variable,
                    RetentionCost = retention,
                    FixedCosts = fixedCosts,
                    Segments = segments,
                });

    private static Gen<T[]> EditOf<T>(IReadOnlyList<T> before, Gen<T> fresh, Func<T, T, T> edited) =>
        Gen.Select(Gen.Int[0, 4].Array[before.Count], fresh.Array[before.Count], fresh.Array[0, 2], Gen.Bool)
            .SelectMany((choice, others, added, moved) =>
            {
                T[] after =
                [
                    .. before.Index()
                        .Where(entry => choice[entry.Index] > 0)
                        .Select(entry => choice[entry.Index] > 2 ? edited(entry.Item, others[entry.Index]) : entry.Item),
                    .. added,
                ];
                return moved ? Gen.Shuffle(after) : Gen.Const(after);
            });

    private static FixedCost Edited(FixedCost line, FixedCost other) => line with { Amount = other.Amount };

    // Sometimes the price only, sometimes another way to pay.
    private static Segment Edited(Segment segment, Segment other) => (segment.Revenue, other.Revenue) switch
    {
        (Subscription, PerUse units) => segment with { Revenue = new Subscription(units.UnitPrice) },
        (PerVolume volume, ApiService) => segment with { Revenue = volume with { Tiers = [new(null, 7)] } },
        _ => other with { Id = segment.Id, Name = segment.Name, PotentialCustomers = segment.PotentialCustomers },
    };
}
