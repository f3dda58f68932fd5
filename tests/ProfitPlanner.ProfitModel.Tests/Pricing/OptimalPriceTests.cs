using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Pricing;

/// <summary>The worked examples of docs/modelling/pricing.md, and the edges of each curve.</summary>
public class OptimalPriceTests
{
    // a, b, c and c + (1 + w)/b by Newton's method with 60 decimal digits.
    public static TheoryData<double, double, double, double> LogitReferences => new()
    {
        { 4, 0.05, 40, 80.0 },
        { 8, 0.02, 40, 323.04053076126144 },
        { 8.3, 0.97, 3, 7.351002114825475 },
        { 2, 0.001, 0, 2000.0 },
        { 1000, 1, 0, 993.1001759140294 },
        { 1000, 1, 999, 1000.5671432904098 },
        { -3, 0.05, 10, 30.219752068417588 },
        { 0, 1000000, 0.000001, 2.120028238987641e-06 },
        { 5, 1E-9, 1000000, 3926525781.2101583 },
        { 700, 0.5, 1200, 1390.9038183849336 },
        { 12, 0.3, 0.01, 32.74326785691003 },
        { -20, 0.01, 5000, 5100.0 },
        { 709, 7, 1, 100.35098142029275 },
        { 1, 1, 1, 2.278464542761074 },
    };

    [Theory]
    [MemberData(nameof(LogitReferences))]
    public void A_logit_price_has_all_digits(double intercept, double fall, double cost, double price)
    {
        var best = new LogitDemandCurve(intercept, -fall).OptimisePrice(cost);

        Assert.InRange(Math.Abs(best.Price!.Value / price - 1), 0, 1e-14);
    }

    [Fact]
    public void A_logit_curve_that_half_buys_at_80_is_best_there()
    {
        var best = new LogitDemandCurve(4, -0.05).OptimisePrice(40);

        Assert.Equal(80, best.Price!.Value, 1e-12);
        Assert.Equal(0.5, best.Conversion, 1e-14);
        Assert.Equal(20, best.Contribution, 1e-12);
        // (p* − c)·b·(1 − s*) = 1 says elasticity = −p*/(p* − c).
        Assert.Equal(-2, best.Elasticity!.Value, 1e-12);
        Assert.Null(best.Bound);
    }

    [Fact]
    public void A_published_logit_example_comes_out_a_little_better_than_its_grid()
    {
        var best = new LogitDemandCurve(8.3, -0.97, 0.33).OptimisePrice(3);

        Assert.Equal(7.3510021148, best.Price!.Value, 1e-9);
        Assert.Equal(5_956.2451233, 10_000 * best.Contribution - 5_000, 1e-6);
        Assert.Equal(5_928.79, 10_000 * new LogitDemandCurve(8.3, -0.97, 0.33).ContributionAt(7.5, 3) - 5_000, 0.01);
    }

    [Fact]
    public void A_ceiling_does_not_move_the_logit_price() => Assert.Equal(
        new LogitDemandCurve(4, -0.05).OptimisePrice(40).Price, new LogitDemandCurve(4, -0.05, 0.01).OptimisePrice(40).Price);

    [Fact]
    public void A_linear_price_lies_midway_between_choke_price_and_cost()
    {
        // Q = 5,000 − 25·p of 10,000 people.
        var best = new LinearDemandCurve(0.5, -0.0025).OptimisePrice(40);

        Assert.Equal(120, best.Price!.Value, 1e-12);
        Assert.Equal(2_000, 10_000 * best.Conversion, 1e-9);
        Assert.Equal(160_000, 10_000 * best.Contribution, 1e-7);
        Assert.Equal(-1.5, best.Elasticity!.Value, 1e-12);
    }

    [Fact]
    public void While_everyone_buys_a_dearer_price_is_better()
    {
        // Midway would be 80, where 1.4 times everyone would buy; all buy up to 100.
        Assert.Equal(100, new LinearDemandCurve(3, -0.02).OptimisePrice(10).Price!.Value, 1e-12);
        Assert.Equal(10, new ConstantElasticityDemandCurve(100, 2).OptimisePrice(4).Price!.Value, 1e-12);
    }

    [Theory]
    [InlineData(6_400, 2, 4, 8)] // α may be anything below 1: of 10⁶ people
    [InlineData(6_400, 2.5, 40, 66.6666666666667)]
    public void A_constant_elasticity_marks_up_the_cost(double scale, double elasticity, double cost, double price) =>
        Assert.Equal(price, new ConstantElasticityDemandCurve(scale / 1e6, elasticity).OptimisePrice(cost).Price!.Value, 1e-12);

    [Fact]
    public void The_textbook_of_constant_elasticity_sells_100_and_earns_400()
    {
        var best = new ConstantElasticityDemandCurve(0.0064, 2).OptimisePrice(4);

        Assert.Equal(100, 1e6 * best.Conversion, 1e-9);
        Assert.Equal(400, 1e6 * best.Contribution, 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    public void Inelastic_demand_has_no_best_price_but_a_highest_one(double elasticity)
    {
        var curve = new ConstantElasticityDemandCurve(0.5, elasticity);

        Assert.Equal(NoOptimum.NoFinitePrice, curve.OptimisePrice(4).Reason);
        var bounded = curve.OptimisePrice(4, new PriceRange(Highest: 90));
        Assert.Equal((90, PriceBound.Highest), (bounded.Price, bounded.Bound));
    }

    [Fact]
    public void A_lognormal_price_is_where_the_derivative_is_zero()
    {
        var curve = new LognormalDemandCurve(4, 0.5);
        var price = curve.OptimisePrice(20).Price!.Value;

        Assert.Equal(0, curve.At(price) + (price - 20) * curve.SlopeAt(price), 1e-14);
    }

    [Theory]
    [InlineData(0.000_001, 54.598)] // all would pay the same: a hair below it
    [InlineData(3, 0)]
    public void A_lognormal_price_is_found_however_wide(double sigma, double near)
    {
        var curve = new LognormalDemandCurve(4, sigma);
        var best = curve.OptimisePrice(0);

        Assert.Equal(0, (curve.At(best.Price!.Value) + best.Price.Value * curve.SlopeAt(best.Price.Value)) / curve.At(best.Price.Value), 1e-8);
        if (near > 0)
            Assert.Equal(near, best.Price.Value, 0.001);
    }

    [Fact]
    public void The_best_measured_price_need_not_be_that_of_most_revenue()
    {
        // dartconsulting.co.in: 55 were asked. Revenue is largest at 1,500.
        var curve = new EmpiricalDemandCurve(
            [(1_000, 54 / 55.0), (1_500, 40 / 55.0), (2_000, 29 / 55.0), (2_500, 20 / 55.0), (3_000, 8 / 55.0)]);
        var measured = new PriceRange(Step: 500);

        Assert.Equal(1_500, curve.OptimisePrice(0, measured).Price);
        Assert.Equal(2_000, curve.OptimisePrice(800, measured).Price);
        Assert.Equal(34_800, 55 * curve.OptimisePrice(800, measured).Contribution, 1e-9);
        Assert.True(curve.OptimisePrice(800).Contribution > curve.OptimisePrice(800, measured).Contribution);
    }

    [Fact]
    public void Of_several_maxima_the_largest_is_taken()
    {
        // 90 % pay 10; a few pay 100.
        (double, double)[] few = [(10, 0.9), (11, 0.05), (100, 0.05), (101, 0)];
        (double, double)[] some = [(10, 0.9), (11, 0.2), (100, 0.2), (101, 0)];

        Assert.Equal(10, new EmpiricalDemandCurve(few).OptimisePrice(0).Price!.Value, 1e-12);
        Assert.Equal(100, new EmpiricalDemandCurve(some).OptimisePrice(0).Price!.Value, 1e-12);
    }

    [Fact]
    public void Nobody_was_asked_beyond_the_last_measured_price()
    {
        var best = new EmpiricalDemandCurve([(10, 0.5), (20, 0.4)]).OptimisePrice(5, new PriceRange(Highest: 1_000));

        Assert.Equal((20, PriceBound.LastMeasured), (best.Price, best.Bound));
        Assert.Equal(NoOptimum.NoAllowedPrice, new EmpiricalDemandCurve([(10, 0.5), (20, 0.4)]).OptimisePrice(5, new PriceRange(Lowest: 21)).Reason);
    }

    [Theory]
    [InlineData(100, null, 100, PriceBound.Lowest)]
    [InlineData(null, 70, 70, PriceBound.Highest)]
    [InlineData(60, 90, 80, null)]
    [InlineData(80, 80, 80, null)]
    public void A_price_stays_within_its_bounds(int? lowest, int? highest, double price, PriceBound? bound)
    {
        var best = new LogitDemandCurve(4, -0.05).OptimisePrice(40, new PriceRange(lowest, highest));

        Assert.Equal(price, best.Price!.Value, 1e-12);
        Assert.Equal(bound, best.Bound);
    }

    [Theory]
    [InlineData(10, 9, 79)]
    [InlineData(100, 99, 99)]
    [InlineData(7, 0, 77)]
    [InlineData(0.01, 0, 80)]
    public void The_better_neighbour_of_price_points_is_taken(double step, double ending, double price) => Assert.Equal(
        price, new LogitDemandCurve(4, -0.05).OptimisePrice(40, new PriceRange(Step: (decimal)step, Ending: (decimal)ending)).Price);

    [Fact]
    public void Bounds_between_two_price_points_leave_no_price() => Assert.Equal(
        NoOptimum.NoAllowedPrice, new LogitDemandCurve(4, -0.05).OptimisePrice(40, new PriceRange(80, 88, 10, 9)).Reason);

    [Fact]
    public void From_76_to_84_a_logit_price_of_80_is_about_as_good()
    {
        var flat = new LogitDemandCurve(4, -0.05).OptimisePrice(40).Flat!.Value;

        Assert.Equal(76.05772563156553, flat.Lowest, 1e-9);
        Assert.Equal(84.07671191165468, flat.Highest, 1e-9);
    }

    [Fact]
    public void Fixed_demand_has_no_best_price() =>
        Assert.Equal(NoOptimum.FixedDemand, new FixedDemand(0.2).OptimisePrice(40).Reason);

    [Fact]
    public void A_price_below_cost_is_never_best()
    {
        Assert.Equal(NoOptimum.NeverProfitable, new LinearDemandCurve(0.5, -0.01).OptimisePrice(50).Reason);
        // Its line meets zero at 98, but for the last digit.
        Assert.Equal(NoOptimum.NeverProfitable, new LinearDemandCurve(2, -1 / 49d).OptimisePrice(0, new PriceRange(98, 284)).Reason);
        Assert.Equal(NoOptimum.NeverProfitable, new LogitDemandCurve(4, -0.05).OptimisePrice(40, new PriceRange(Highest: 40)).Reason);
        Assert.Equal(NoOptimum.NeverProfitable, new LogitDemandCurve(4, -0.05, 0).OptimisePrice(40).Reason);
        Assert.Equal(NoOptimum.NeverProfitable, new ConstantElasticityDemandCurve(0, 2).OptimisePrice(40).Reason);
        Assert.Equal(NoOptimum.NeverProfitable, new EmpiricalDemandCurve([(10, 0), (20, 0)]).OptimisePrice(5).Reason);
    }
}
