using ProfitPlanner.ProfitModel.Projection;

namespace ProfitPlanner.ProfitModel.Tests.Projection;

public class ReturnTests
{
    [Fact]
    public void The_first_flow_is_not_discounted()
    {
        Assert.Equal(39.1974591899, NetPresentValue.Of([-100, 39, 59, 55, 20], 0.1), 1e-9);
        Assert.Equal(-0.0084785916, NetPresentValue.Of([-100, 39, 59, 55, 20], 0.281), 1e-9);
        Assert.Equal(14_939.7386505622, NetPresentValue.Of([-200_000, 30_000, 60_000, 90_000, 120_000], 0.12), 1e-6);
    }

    [Fact]
    public void A_rate_of_a_year_is_twelve_times_compounded() =>
        Assert.Equal(0.0094887929, NetPresentValue.MonthlyRate(0.12), 1e-10);

    [Fact]
    public void Flows_that_change_sign_once_have_one_rate()
    {
        Assert.Equal(0.2809484212, InternalRateOfReturn.Of([-100, 39, 59, 55, 20]).Only!.Value, 1e-9);
        Assert.Equal(0.1484726275, InternalRateOfReturn.Of([-200_000, 30_000, 60_000, 90_000, 120_000]).Only!.Value, 1e-9);
    }

    [Fact]
    public void Flows_that_change_sign_twice_may_have_two_rates_and_no_single_one()
    {
        var rates = InternalRateOfReturn.Of([-100, 230, -132]);

        Assert.Equal(2, rates.SignChanges);
        Assert.Equal(2, rates.PerPeriod.Count);
        Assert.Equal(0.1, rates.PerPeriod[0], 1e-9);
        Assert.Equal(0.2, rates.PerPeriod[1], 1e-9);
        Assert.Null(rates.Only);
        Assert.Equal(0.1890359168, NetPresentValue.Of([-100, 230, -132], 0.15), 1e-9);
    }

    [Fact]
    public void Flows_of_one_sign_have_no_rate() => Assert.Empty(InternalRateOfReturn.Of([-1, -2, 0, -3]).PerPeriod);

    [Fact]
    public void A_rate_is_found_over_120_months_and_below_zero()
    {
        var flows = Enumerable.Repeat(0.5, 121).ToArray();
        flows[0] = -100;
        var rate = InternalRateOfReturn.Of(flows).Only!.Value;
        Assert.True(rate < 0);
        Assert.Equal(0, NetPresentValue.Of(flows, rate), 1e-6);
    }
}
