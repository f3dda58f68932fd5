using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Tests.Pricing.Fitting;

public class GaborGrangerTests
{
    private static readonly double[] Tested = [1000, 1500, 2000, 2500, 3000];

    /// <summary>Published data: 55 asked, of whom 54, 40, 29, 20 and 8 accept.</summary>
    private static readonly double?[] Highest =
    [
        null,
        .. Enumerable.Repeat<double?>(1000, 14), .. Enumerable.Repeat<double?>(1500, 11),
        .. Enumerable.Repeat<double?>(2000, 9), .. Enumerable.Repeat<double?>(2500, 12), .. Enumerable.Repeat<double?>(3000, 8),
    ];

    [Fact]
    public void Revenue_and_profit_are_best_at_different_prices()
    {
        var study = GaborGranger.OfHighestAccepted(Tested, Highest, 800);

        Assert.Equal([54L, 40, 29, 20, 8], study.Points.Select(p => p.Accepting));
        Assert.Equal([54_000, 60_000, 58_000, 50_000, 24_000], study.Points.Select(p => Math.Round(p.Revenue * 55, 6)));
        Assert.Equal([10_800, 28_000, 34_800, 34_000, 17_600], study.Points.Select(p => Math.Round(p.Profit * 55, 6)));
        Assert.Equal(1500, study.BestRevenue!.Price);
        Assert.Equal(2000, study.BestProfit!.Price);
        Assert.Equal(55, study.Respondents);
        Assert.Equal(5, study.DesignEffect);
    }

    [Fact]
    public void Yes_and_no_at_each_price_say_the_same()
    {
        var answers = Highest.SelectMany((highest, i) => Tested.Select(p => new GaborGrangerAnswer($"{i}", p, highest >= p)));

        var study = GaborGranger.OfAnswers(answers.Reverse(), 800);

        Assert.Equal(GaborGranger.OfHighestAccepted(Tested, Highest, 800).Points, study.Points);
        Assert.Equal(5, study.DesignEffect);
        Assert.Equal(0, study.Inconsistent);
    }

    [Fact]
    public void Who_accepts_only_the_higher_price_is_counted_as_inconsistent()
    {
        var study = GaborGranger.OfAnswers(
            [new("a", 10, false), new("a", 20, true), new("b", 10, true), new("b", 20, false), new("c", 10, true)], 5);

        Assert.Equal(1, study.Inconsistent);
        Assert.Equal(3, study.Respondents);
        Assert.Equal(5 / 3.0, study.DesignEffect, 1e-12);
        Assert.Equal([3L, 2], study.Points.Select(p => p.Asked));
    }

    [Fact]
    public void A_price_below_cost_is_never_best()
    {
        Assert.Null(GaborGranger.OfHighestAccepted(Tested, Highest, 4000).BestProfit);
        Assert.Null(GaborGranger.OfHighestAccepted(Tested, [null, null], 0).BestRevenue);
        Assert.Empty(GaborGranger.OfHighestAccepted(Tested, [], 0).Points);
    }

    [Fact]
    public void Its_observations_carry_a_curve()
    {
        var study = GaborGranger.OfHighestAccepted(Tested, Highest, 800);

        var fit = Assert.IsType<FittedDemand>(DemandFit.Of(DemandFitKind.Logit, study.Observations, study.DesignEffect));

        Assert.InRange(fit.ConversionAt(2000), 0.45, 0.6);
    }

    [Fact]
    public void With_its_design_effect_the_interval_of_many_answers_is_not_too_narrow()
    {
        // Willingness to pay is logistic, so that the logit curve is right: location 50, scale 15.
        const int Times = 200;
        var covered = 0;
        for (var seed = 0; seed < Times; seed++)
        {
            var random = new Random(seed);
            double[] tested = [20, 35, 50, 65, 80];
            var highest = Enumerable.Range(0, 150).Select(_ =>
            {
                var u = random.NextDouble();
                var worth = 50 + 15 * Math.Log(u / (1 - u));
                return tested.Where(p => p <= worth).Select(p => (double?)p).Max();
            });
            var study = GaborGranger.OfHighestAccepted(tested, highest, 0);
            var fit = (FittedDemand)DemandFit.Of(DemandFitKind.Logit, study.Observations, study.DesignEffect);
            var interval = fit.ConversionInterval(50, 0.9);
            covered += interval.Lower <= 0.5 && 0.5 <= interval.Upper ? 1 : 0;
        }

        Assert.True(covered / (double)Times >= 0.9);
    }
}
