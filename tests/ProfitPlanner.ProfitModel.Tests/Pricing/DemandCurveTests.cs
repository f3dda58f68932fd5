using CsCheck;
using ProfitPlanner.ProfitModel.Pricing;

namespace ProfitPlanner.ProfitModel.Tests.Pricing;

public class DemandCurveTests
{
    public static TheoryData<DemandCurve> Curves =>
    [
        new LinearDemandCurve(0.5, -0.0025),
        new LinearDemandCurve(1.5, -0.02),
        new ConstantElasticityDemandCurve(20, 1.7),
        new LogitDemandCurve(4, -0.05),
        new LogitDemandCurve(8.3, -0.97, 0.33),
        new LognormalDemandCurve(4, 0.5, 0.6),
        new EmpiricalDemandCurve([(10, 0.9), (30, 0.5), (31, 0.2), (90, 0.1)]),
    ];

    [Theory]
    [MemberData(nameof(Curves))]
    public void The_price_of_a_share_is_where_that_share_buys(DemandCurve curve) =>
        Gen.Double[1, 200].Sample(price =>
        {
            var share = curve.At(price);
            // Where everyone or nobody buys, or as many as at the last measured price, many prices do.
            if (share > 1e-9 && share < curve.At(0) * (1 - 1e-9) && price < curve.KnownTo)
                Assert.Equal(price, curve.PriceAt(share)!.Value, 1e-6 * price);
        });

    [Theory]
    [MemberData(nameof(Curves))]
    public void The_slope_is_that_of_the_curve(DemandCurve curve) =>
        Gen.Double[1, 200].Sample(price =>
        {
            var difference = (curve.At(price + 1e-5) - curve.At(price - 1e-5)) / 2e-5;
            var besideAKink = Math.Abs(curve.SlopeAt(price + 1e-5) - curve.SlopeAt(price - 1e-5)) > 1e-4;
            Assert.True(besideAKink || Math.Abs(difference - curve.SlopeAt(price)) < 1e-8);
        });

    [Theory]
    [MemberData(nameof(Curves))]
    public void A_dearer_price_never_sells_more(DemandCurve curve) =>
        Gen.Select(Gen.Double[0, 200], Gen.Double[0, 200]).Sample((price, more) =>
        {
            Assert.InRange(curve.At(price + more), 0, curve.At(price));
            Assert.True(curve.SlopeAt(price) <= 0);
        });

    [Theory]
    [InlineData(1_000, 1)]
    [InlineData(-1_000, 0)]
    public void Log_odds_of_a_thousand_do_not_overflow(double odds, double share)
    {
        var curve = new LogitDemandCurve(odds, -1e-9);

        Assert.Equal(share, curve.At(1));
        Assert.Equal(0, curve.SlopeAt(1), 1e-300);
        Assert.True(double.IsFinite(new LogitDemandCurve(odds, -1).OptimisePrice(1).Contribution));
    }

    [Fact]
    public void The_line_through_two_measured_points_gives_the_published_price()
    {
        // 30 % at 80, 15 % at 120: log-odds −0.8473 and −1.7346.
        var curve = new LogitDemandCurve(0.9273085296, -0.0221825799);

        Assert.Equal(0.30, curve.At(80), 1e-9);
        Assert.Equal(0.15, curve.At(120), 1e-9);
        Assert.Equal(98.0313560913, curve.OptimisePrice(40).Price!.Value, 1e-6);
    }
}
