using MathNet.Numerics.Distributions;
using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Tests.Pricing.Fitting;

public class DemandFitTests
{
    private static readonly double[] Prices = [20, 35, 50, 70, 90];

    /// <summary>Kind, true parameters, and the true curve.</summary>
    public static TheoryData<DemandFitKind, double, double> Curves => new()
    {
        { DemandFitKind.Logit, 2, -0.05 },
        { DemandFitKind.Linear, 0.9, -0.008 },
        { DemandFitKind.ConstantElasticity, 20, 1.2 },
        { DemandFitKind.LogNormal, 3.8, 0.6 },
    };

    [Fact]
    public void Two_prices_give_the_logit_curve_through_both_shares()
    {
        var fit = Fitted(DemandFitKind.Logit, [new(80, 1000, 300), new(120, 1000, 150)]);

        Assert.Equal(0.9273085296, fit.First.Value, 1e-9);
        Assert.Equal(-0.0221825799, fit.Second.Value, 1e-10);
        // A logit of k of n has the variance 1/k + 1/(n − k); the slope is the difference of two over 40.
        Assert.Equal(Math.Sqrt(1 / 300.0 + 1 / 700.0 + 1 / 150.0 + 1 / 850.0) / 40, fit.Second.StandardError, 1e-10);
        // intercept = 3·η(80) − 2·η(120)
        Assert.Equal(Math.Sqrt(9 * (1 / 300.0 + 1 / 700.0) + 4 * (1 / 150.0 + 1 / 850.0)), fit.First.StandardError, 1e-9);
        Assert.Equal(-(3 * (1 / 300.0 + 1 / 700.0) + 2 * (1 / 150.0 + 1 / 850.0)) / 40, fit.Covariance, 1e-10);
        Assert.Equal(0, fit.Deviance, 1e-9);
        Assert.Equal(0, fit.DegreesOfFreedom);
        Assert.Null(fit.GoodnessOfFitP);
    }

    [Fact]
    public void Two_prices_give_every_kind_through_both_shares()
    {
        foreach (var ranked in DemandFitComparison.Of([new(80, 1000, 300), new(120, 1000, 150)]).Ranked)
        {
            var fit = Assert.IsType<FittedDemand>(ranked.Fit);
            Assert.Equal(0.30, fit.ConversionAt(80), 1e-12);
            Assert.Equal(0.15, fit.ConversionAt(120), 1e-12);
            Assert.Equal(0.15, Curve(fit.Kind, fit.First.Value, fit.Second.Value, 120), 1e-9);
            Assert.Equal(0.25, ranked.Weight!.Value, 1e-9);
        }
    }

    [Fact]
    public void Closed_forms_of_two_prices_hold_for_every_kind()
    {
        PriceObservation[] data = [new(80, 1000, 300), new(120, 1000, 150)];
        double low = 0.3 * 0.7 / 1000, high = 0.15 * 0.85 / 1000;

        var linear = Fitted(DemandFitKind.Linear, data);
        Assert.Equal(-0.15 / 40, linear.Second.Value, 1e-12);
        Assert.Equal(Math.Sqrt(low + high) / 40, linear.Second.StandardError, 1e-12);

        var elastic = Fitted(DemandFitKind.ConstantElasticity, data);
        Assert.Equal(Math.Log(2) / Math.Log(1.5), elastic.Second.Value, 1e-11);
        Assert.Equal(0.3 * Math.Pow(80, elastic.Second.Value), elastic.First.Value, 1e-7);
        Assert.Equal(Math.Sqrt(low / 0.09 + high / 0.0225) / Math.Log(1.5), elastic.Second.StandardError, 1e-11);

        var normal = Fitted(DemandFitKind.LogNormal, data);
        double q = Normal.InvCDF(0, 1, 0.7), r = Normal.InvCDF(0, 1, 0.85), distance = Math.Log(1.5);
        var sigma = distance / (r - q);
        Assert.Equal(sigma, normal.Second.Value, 1e-10);
        Assert.Equal(Math.Log(80) - q * sigma, normal.First.Value, 1e-10);
        double qError = low / Math.Pow(Normal.PDF(0, 1, q), 2), rError = high / Math.Pow(Normal.PDF(0, 1, r), 2);
        Assert.Equal(sigma * sigma / distance * Math.Sqrt(qError + rError), normal.Second.StandardError, 1e-9);
        // μ = ln 80 − q·L/(r − q): by q −L·r/(r − q)², by r L·q/(r − q)².
        var square = Math.Pow(r - q, 2);
        Assert.Equal(
            Math.Sqrt(Math.Pow(distance * r / square, 2) * qError + Math.Pow(distance * q / square, 2) * rError),
            normal.First.StandardError,
            1e-9);
    }

    [Fact]
    public void Expected_shares_of_a_curve_give_back_the_curve_and_its_own_kind_is_best()
    {
        foreach (var (kind, first, second) in Curves.Select(row => row.Data))
        {
            PriceObservation[] data = [.. Prices.Select(p =>
                new PriceObservation(p, 10_000_000, (long)Math.Round(1e7 * Curve(kind, first, second, p))))];
            var fit = Fitted(kind, data);

            Assert.Equal(first, fit.First.Value, Math.Abs(first) * 1e-4);
            Assert.Equal(second, fit.Second.Value, Math.Abs(second) * 1e-4);
            Assert.True(fit.GoodnessOfFitP > 0.999);
            var comparison = DemandFitComparison.Of(data);
            Assert.Equal(kind, comparison.Best!.Kind);
            Assert.True(comparison.Ranked[0].Weight > 0.999);
            Assert.Equal(1, comparison.Ranked.Sum(r => r.Weight ?? 0), 1e-12);
            Assert.True(comparison.TellsKindsApart);
        }
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void A_simulated_curve_is_recovered_within_four_standard_errors(DemandFitKind kind, double first, double second)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var fit = Fitted(kind, Simulated.Observations(seed, p => Curve(kind, first, second, p), Prices, 1000));

            Assert.InRange((fit.First.Value - first) / fit.First.StandardError, -4, 4);
            Assert.InRange((fit.Second.Value - second) / fit.Second.StandardError, -4, 4);
        }
    }

    [Theory]
    [MemberData(nameof(Curves))]
    public void Intervals_cover_at_about_their_nominal_rate(DemandFitKind kind, double first, double second)
    {
        int covered = 0, coveredConversion = 0;
        const int Times = 300;
        for (var seed = 0; seed < Times; seed++)
        {
            var fit = Fitted(kind, Simulated.Observations(1000 + seed, p => Curve(kind, first, second, p), Prices, 400));
            covered += Math.Abs(fit.Second.Value - second) <= 1.959964 * fit.Second.StandardError ? 1 : 0;
            var interval = fit.ConversionInterval(60, 0.95);
            var truth = Curve(kind, first, second, 60);
            coveredConversion += interval.Lower <= truth && truth <= interval.Upper ? 1 : 0;
        }

        // Four standard errors of 300 draws at 0.95.
        Assert.InRange(covered / (double)Times, 0.90, 1);
        Assert.InRange(coveredConversion / (double)Times, 0.90, 1);
    }

    [Fact]
    public void P_values_of_the_right_curve_are_spread_evenly()
    {
        var values = Enumerable.Range(0, 300).Select(seed => Fitted(
            DemandFitKind.Logit,
            Simulated.Observations(5000 + seed, p => Curve(DemandFitKind.Logit, 2, -0.05, p), Prices, 500)).GoodnessOfFitP!.Value);

        Assert.Equal(0.5, values.Average(), 4 * Math.Sqrt(1 / 12.0 / 300));
        Assert.InRange(values.Count(p => p < 0.1), 10, 52);
    }

    [Fact]
    public void A_wrong_kind_of_curve_is_seen_in_its_fit()
    {
        var fit = Fitted(
            DemandFitKind.Linear,
            Simulated.Observations(7, p => Curve(DemandFitKind.ConstantElasticity, 20, 1.2, p), Prices, 2000));

        Assert.True(fit.GoodnessOfFitP < 1e-6);
    }

    [Fact]
    public void Prices_beyond_the_end_of_a_straight_line_have_no_say_in_it()
    {
        PriceObservation[] within = [new(10, 100, 50), new(20, 100, 20)];
        var line = Fitted(DemandFitKind.Linear, within);
        var longer = Fitted(DemandFitKind.Linear, [.. within, new(30, 100, 0), new(40, 100, 0)]);

        Assert.Equal(line.First.Value, longer.First.Value, 1e-10);
        Assert.Equal(line.Second.Value, longer.Second.Value, 1e-12);
        Assert.Equal(0, longer.ConversionAt(30));
    }

    [Fact]
    public void Everybody_below_the_knee_of_constant_elasticity_has_no_say_in_it()
    {
        PriceObservation[] beyond = [new(20, 200, 120), new(40, 200, 40)];
        var curve = Fitted(DemandFitKind.ConstantElasticity, beyond);
        var longer = Fitted(DemandFitKind.ConstantElasticity, [new(5, 200, 200), .. beyond]);

        Assert.Equal(curve.Second.Value, longer.Second.Value, 1e-10);
        Assert.Equal(1, longer.ConversionAt(5));
    }

    [Fact]
    public void A_line_that_ends_at_an_offered_price_is_refused()
    {
        var refusal = Refused(DemandFitKind.Linear, [new(10, 100, 50), new(20, 100, 30), new(30, 100, 0)]);

        Assert.Equal(FitRefusal.OnTheEdge, refusal.Reason);
    }

    [Theory]
    [InlineData(FitRefusal.NobodyAsked)]
    [InlineData(FitRefusal.NobodyAsked, 10, 0, 0)]
    [InlineData(FitRefusal.OnePrice, 10, 100, 20, 10, 50, 9)]
    [InlineData(FitRefusal.OnePrice, 10, 100, 20, 20, 0, 0)]
    [InlineData(FitRefusal.NobodyBought, 10, 100, 0, 20, 100, 0)]
    [InlineData(FitRefusal.EverybodyBought, 10, 100, 100, 20, 100, 100)]
    [InlineData(FitRefusal.DemandDoesNotFall, 10, 100, 20, 20, 100, 20)]
    [InlineData(FitRefusal.DemandDoesNotFall, 10, 100, 0, 20, 100, 100)]
    [InlineData(FitRefusal.DemandDoesNotFall, 10, 100, 20, 20, 100, 40, 30, 100, 35)]
    [InlineData(FitRefusal.Separation, 10, 100, 100, 20, 100, 0)]
    [InlineData(FitRefusal.Separation, 10, 100, 100, 20, 100, 30, 30, 100, 0)]
    [InlineData(FitRefusal.Separation, 10, 100, 30, 20, 100, 0)]
    [InlineData(FitRefusal.TooUncertain, 10, 20, 5, 20, 20, 4)]
    public void Data_that_support_no_curve_are_refused_for_every_kind(FitRefusal reason, params int[] numbers)
    {
        PriceObservation[] data = [.. numbers.Chunk(3).Select(n => new PriceObservation(n[0], n[1], n[2]))];

        var comparison = DemandFitComparison.Of(data);

        Assert.Null(comparison.Best);
        Assert.False(comparison.TellsKindsApart);
        Assert.All(comparison.Ranked, r =>
        {
            Assert.Equal(reason, Assert.IsType<RefusedDemand>(r.Fit).Reason);
            Assert.Null(r.Weight);
        });
    }

    [Fact]
    public void A_rise_of_demand_is_refused_with_how_likely_it_is_by_chance()
    {
        var refusal = Refused(DemandFitKind.Logit, [new(10, 1000, 170), new(20, 1000, 200)]);

        // With two prices the trend test is the test of two shares.
        Assert.Equal(1.7275936, refusal.TrendZ!.Value, 1e-7);
        Assert.Equal(0.0840611, refusal.TrendP!.Value, 1e-7);
    }

    [Fact]
    public void A_flat_curve_is_refused_with_its_relative_error()
    {
        var refusal = Refused(DemandFitKind.Linear, [new(10, 20, 5), new(20, 20, 4)]);

        Assert.Equal(Math.Sqrt((0.25 * 0.75 + 0.2 * 0.8) / 20) / 0.05, refusal.RelativeError!.Value, 1e-9);
    }

    [Fact]
    public void Price_units_and_split_observations_do_not_matter()
    {
        var data = Simulated.Observations(3, p => Curve(DemandFitKind.Logit, 2, -0.05, p), Prices, 200);
        foreach (var kind in Enum.GetValues<DemandFitKind>())
        {
            var whole = Fitted(kind, data);
            var split = Fitted(kind, [.. data.SelectMany(o => new PriceObservation[]
                { new(o.Price * 1000, 100, o.Bought / 2), new(o.Price * 1000, 100, o.Bought - o.Bought / 2) }).Reverse()]);

            Assert.Equal(whole.ConversionAt(55), split.ConversionAt(55_000), 1e-10);
            Assert.Equal(whole.Aic, split.Aic, 1e-7);
            Assert.Equal(whole.ConversionInterval(55, 0.9).Lower, split.ConversionInterval(55_000, 0.9).Lower, 1e-9);
        }
    }

    [Fact]
    public void A_design_effect_widens_errors_and_leaves_the_curve()
    {
        var data = Simulated.Observations(3, p => Curve(DemandFitKind.Logit, 2, -0.05, p), Prices, 200);
        var plain = Fitted(DemandFitKind.Logit, data);
        var wide = Assert.IsType<FittedDemand>(DemandFit.Of(DemandFitKind.Logit, data, 4));

        Assert.Equal(plain.Second.Value, wide.Second.Value, 1e-10);
        Assert.Equal(2 * plain.Second.StandardError, wide.Second.StandardError, 1e-9);
        Assert.Equal(1000, wide.Offered);
        Assert.Throws<ArgumentOutOfRangeException>(() => DemandFit.Of(DemandFitKind.Logit, data, 0.5));
    }

    [Fact]
    public void Far_tails_of_the_log_normal_curve_are_fitted()
    {
        // Shares of 1e-7 and 1e-9 of a billion: deep in the normal's tail.
        var fit = Fitted(DemandFitKind.LogNormal, [new(100, 1_000_000_000, 999_999_000), new(200, 1_000_000_000, 100), new(150, 1_000_000_000, 300_000_000)]);

        Assert.True(fit.Second.Value > 0);
        Assert.Equal(1, fit.ConversionAt(50), 1e-12);
    }

    [Fact]
    public void An_impossible_observation_is_known_as_such()
    {
        Assert.False(PriceObservation.IsPossible(0, 1, 1));
        Assert.False(PriceObservation.IsPossible(double.NaN, 1, 1));
        Assert.False(PriceObservation.IsPossible(double.PositiveInfinity, 1, 1));
        Assert.False(PriceObservation.IsPossible(1, 1, 2));
        Assert.False(PriceObservation.IsPossible(1, 1, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PriceObservation(1, 1, 2));
    }

    internal static double Curve(DemandFitKind kind, double first, double second, double price) => kind switch
    {
        DemandFitKind.Logit => 1 / (1 + Math.Exp(-(first + second * price))),
        DemandFitKind.Linear => Math.Clamp(first + second * price, 0, 1),
        DemandFitKind.ConstantElasticity => Math.Min(1, first * Math.Pow(price, -second)),
        _ => 1 - Normal.CDF(0, 1, (Math.Log(price) - first) / second),
    };

    private static FittedDemand Fitted(DemandFitKind kind, PriceObservation[] data) =>
        Assert.IsType<FittedDemand>(DemandFit.Of(kind, data));

    private static RefusedDemand Refused(DemandFitKind kind, PriceObservation[] data) =>
        Assert.IsType<RefusedDemand>(DemandFit.Of(kind, data));
}
