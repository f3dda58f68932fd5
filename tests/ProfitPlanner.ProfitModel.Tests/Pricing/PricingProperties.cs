using CsCheck;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Pricing;

public class PricingProperties
{
    private static readonly Gen<DemandCurve> Curve = Gen.OneOf<DemandCurve>(
        Gen.Select(Gen.Double[0.1, 2], Gen.Double[-0.05, -0.001]).Select(DemandCurve (intercept, slope) => new LinearDemandCurve(intercept, slope)),
        Gen.Select(Gen.Double[0.1, 1_000], Gen.Double[1.05, 5]).Select(DemandCurve (scale, elasticity) => new ConstantElasticityDemandCurve(scale, elasticity)),
        Gen.Select(Gen.Double[-5, 20], Gen.Double[-1, -0.005], Gen.Double[0.01, 1]).Select(DemandCurve (intercept, slope, ceiling) => new LogitDemandCurve(intercept, slope, ceiling)),
        Gen.Select(Gen.Double[1, 7], Gen.Double[0.01, 1.5], Gen.Double[0.01, 1]).Select(DemandCurve (mu, sigma, ceiling) => new LognormalDemandCurve(mu, sigma, ceiling)),
        Gen.Select(Gen.Double[1, 60].Array[2, 8], Gen.Double[0, 1].Array[8]).Select(DemandCurve (gaps, shares) => new EmpiricalDemandCurve(
        [
            .. gaps.Select((_, i) => gaps.Take(i + 1).Sum()).Zip(shares.OrderDescending()),
        ])));

    private static readonly Gen<PriceRange?> Range = Gen.OneOf(
        Gen.Const((PriceRange?)null),
        Gen.Select(Gen.Int[0, 100], Gen.Int[0, 200]).Select(PriceRange? (low, more) => new PriceRange(low, low + more)),
        Gen.Select(Gen.Int[1, 1_000], Gen.Int[0, 99], Gen.Int[0, 50]).Select(
            PriceRange? (cents, part, low) => new PriceRange(low, Step: cents / 100m, Ending: part * cents / 10_000m)));

    [Fact]
    public void No_allowed_price_is_better_than_the_best() =>
        Gen.Select(Curve, Gen.Double[0, 60], Range, Gen.Double[0, 1].Array[1_000]).Sample(
            (curve, cost, range, draws) =>
            {
                var best = curve.OptimisePrice(cost, range);
                var allowed = AllowedPrices.Of(range, curve.KnownTo);
                if (best.Price is { } found)
                    Assert.InRange(found, allowed.Lowest, allowed.Highest);
                if (allowed.IsEmpty)
                    return;
                var end = Math.Min(allowed.Highest, 3 * (best.Price ?? 300));
                foreach (var draw in draws)
                {
                    var price = allowed.Below(allowed.Lowest + draw * draw * Math.Max(0, end - allowed.Lowest));
                    Assert.True(curve.ContributionAt(price, cost) <= best.Contribution * (1 + 1e-13) + 1e-290, $"{curve} {cost} {range}: {price} beats {best}");
                }
            },
            iter: 1_000);

    [Fact]
    public void An_end_of_the_flat_region_keeps_99_percent_or_is_a_bound() =>
        Gen.Select(Curve, Gen.Double[0, 60], Range, Gen.Double[0, 1].Array[50]).Sample(
            (curve, cost, range, draws) =>
            {
                if (curve.OptimisePrice(cost, range) is not { Flat: { } flat, Price: { } price } best)
                    return;
                var allowed = AllowedPrices.Of(range, curve.KnownTo);
                Assert.InRange(price, flat.Lowest, flat.Highest);
                Assert.True(flat.Lowest == allowed.Lowest || Math.Abs(Kept(flat.Lowest) - 0.99) < ErrorAt(flat.Lowest));
                Assert.True(flat.Highest == allowed.Highest || Math.Abs(Kept(flat.Highest) - 0.99) < ErrorAt(flat.Highest));
                Assert.All(draws.Select(draw => flat.Lowest + draw * (flat.Highest - flat.Lowest)), at => Assert.True(Kept(at) > 0.99 - ErrorAt(at)));

                double Kept(double at) => curve.ContributionAt(at, cost) / best.Contribution;
                // A margin much smaller than the price has few digits.
                double ErrorAt(double at) => 1e-9 + 2 * (Math.BitIncrement(at) - at) / Math.Abs(at - cost);
            },
            iter: 2_000);

    [Fact]
    public void Turns_divide_what_only_rises_from_what_only_falls() =>
        Gen.Select(Curve, Gen.Double[0, 60], Gen.Double[0, 1].Array[20]).Sample(
            (curve, cost, draws) =>
            {
                double[] ends = [0, .. curve.TurnsAt(cost), Math.Min(curve.KnownTo, 1_000)];
                for (var i = 1; i < ends.Length; i++)
                {
                    double[] between = [.. draws.Order().Select(draw => curve.ContributionAt(ends[i - 1] + draw * (ends[i] - ends[i - 1]), cost))];
                    var steps = between.Zip(between.Skip(1), (one, next) => next - one).ToArray();
                    Assert.True(steps.All(step => step >= -1e-10) || steps.All(step => step <= 1e-10));
                }
            },
            iter: 1_000);

    [Fact]
    public void No_capacity_is_exceeded_and_none_that_has_places_left_has_a_price() =>
        Gen.Select(
            Gen.Select(Gen.Int[1, 10_000], Gen.Int[-2, 10], Gen.Int[1, 50]).Array[1, 4], Gen.Select(Gen.Int[1, 8_000], Gen.Int[0, 3]).Array[1, 3]).Sample(
            (kinds, limits) =>
            {
                Segment[] segments = [.. kinds.Select(kind => Priced.Segment(kind.Item1, Priced.Logit(kind.Item2, -kind.Item3 / 100m), 50))];
                var plan = (Priced.Of(0, segments) with
                {
                    Capacities = [.. limits.Select(limit => Priced.Capacity(limit.Item1, [.. segments.Take(limit.Item2)]))],
                }).OptimisePrices();

                foreach (var capacity in plan.Capacities)
                {
                    Assert.Null(capacity.Problem);
                    Assert.True(capacity.Customers <= capacity.Limit);
                    Assert.True(capacity.ShadowPrice < 1e-6m || capacity.Customers > capacity.Limit * 0.999_999m, $"{capacity}");
                }
            },
            iter: 200);

    [Fact]
    public void One_price_for_all_is_never_better_than_separate_ones() =>
        Gen.Select(Gen.Int[1, 10_000], Gen.Int[-2, 10], Gen.Int[1, 50]).Array[1, 6].Sample(
            kinds =>
            {
                var common = Priced.Of(0, [.. kinds.Select(kind => Priced.Segment(kind.Item1, Priced.Logit(kind.Item2, -kind.Item3 / 100m), 50))]).OneForAll();
                Assert.True(common.Cost >= -1e-9m * common.SeparateContribution);
            },
            iter: 300);
}
