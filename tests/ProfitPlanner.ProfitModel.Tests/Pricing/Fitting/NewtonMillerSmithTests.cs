using CsCheck;
using ProfitPlanner.ProfitModel.Pricing.Fitting;

namespace ProfitPlanner.ProfitModel.Tests.Pricing.Fitting;

public class NewtonMillerSmithTests
{
    private static readonly PurchaseIntentAnswer One = new(new(10, 20, 40, 60), 5, 3);

    [Fact]
    public void One_respondents_demand_runs_straight_between_four_prices()
    {
        var study = NewtonMillerSmith.Of([One], 0)!;

        Assert.Equal([0, 0.7, 0.3, 0], study.Curve.Select(p => p.Demand));
        Assert.Equal(0.35, study.At(15).Demand, 1e-12);
        Assert.Equal(0.5, study.At(30).Demand, 1e-12);
        Assert.Equal(0, study.At(5).Demand);
        Assert.Equal(0, study.At(61).Demand);
    }

    [Fact]
    public void The_best_price_lies_where_the_parabola_peaks()
    {
        // Between 20 and 40 demand is 0.7 − 0.02·(p − 20) = 1.1 − 0.02·p, which reaches 0 at 55.
        var study = NewtonMillerSmith.Of([One], 10)!;

        Assert.Equal(27.5, study.BestRevenue!.Price, 1e-12);
        Assert.Equal(27.5 * 0.55, study.BestRevenue.Revenue, 1e-12);
        Assert.Equal(32.5, study.BestProfit!.Price, 1e-12);
        Assert.Equal(22.5 * 0.45, study.BestProfit.Profit, 1e-12);
    }

    [Fact]
    public void A_calibration_scales_what_people_say()
    {
        var study = NewtonMillerSmith.Of([One], 0, new(Definitely: 0.35, Perhaps: 0.15))!;

        Assert.Equal([0, 0.35, 0.15, 0], study.Curve.Select(p => p.Demand));
        Assert.Equal(27.5, study.BestRevenue!.Price, 1e-12);
    }

    [Fact]
    public void Inconsistent_respondents_are_dropped_and_counted()
    {
        var study = NewtonMillerSmith.Of([One, new(new(10, 10, 40, 60), 5, 3), new(new(10, 20, 40, 60), 6, 3), new(new(10, 20, 40, 60), 5, 0)], 0)!;

        Assert.Equal(1, study.Respondents);
        Assert.Equal(3, study.Dropped);
        Assert.Null(NewtonMillerSmith.Of([], 0));
    }

    [Fact]
    public void A_price_below_cost_is_never_best()
    {
        Assert.Null(NewtonMillerSmith.Of([One], 100)!.BestProfit);
        Assert.Null(NewtonMillerSmith.Of([new(new(10, 20, 40, 60), 1, 1)], 0)!.BestRevenue);
    }

    [Fact]
    public void No_price_on_a_fine_grid_earns_more() =>
        Gen.Select(
            Gen.Int[1, 60].Array[4].Where(a => a.Distinct().Count() == 4).Select(a => a.Order().ToArray()),
            Gen.Int[1, 5],
            Gen.Int[1, 5],
            (a, cheap, expensive) => new PurchaseIntentAnswer(new(a[0], a[1], a[2], a[3]), cheap, expensive)).Array[1, 8].Sample(answers =>
            {
                var study = NewtonMillerSmith.Of(answers, 7)!;
                double revenue = study.BestRevenue?.Revenue ?? 0, profit = study.BestProfit?.Profit ?? 0;
                for (var price = 0.0; price <= 61; price += 0.05)
                {
                    Assert.True(study.At(price).Revenue <= revenue + 1e-9);
                    Assert.True(study.At(price).Profit <= profit + 1e-9);
                }
            });
}
