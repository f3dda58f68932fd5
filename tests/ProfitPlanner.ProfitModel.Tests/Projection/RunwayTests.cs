using ProfitPlanner.ProfitModel.Projection;

namespace ProfitPlanner.ProfitModel.Tests.Projection;

public class RunwayTests
{
    [Fact]
    public void Cash_lasts_as_many_months_as_it_holds_net_burn()
    {
        Assert.Equal(12, Runway.Months(600_000, 50_000));
        Assert.Equal(12, Runway.Of([.. Runway.Cash(600_000, 90_000, 40_000, 0, 24)]));
        Assert.Null(Runway.Months(600_000, -1));
        Assert.Null(Runway.Months(0, 0));
    }

    [Fact]
    public void Revenue_that_grows_may_come_in_time()
    {
        var cash = Runway.Cash(600_000, 90_000, 40_000, 0.08, 120);
        Assert.Null(Runway.Of([.. cash]));
        Assert.Equal(275_819.50, cash.Min(), 0.005);
        Assert.Equal(11, cash.Index().MinBy(month => month.Item).Index);
    }

    [Fact]
    public void Or_too_late() =>
        Assert.Equal(6.4436, Runway.Of([.. Runway.Cash(300_000, 90_000, 40_000, 0.03, 24)])!.Value, 5e-5);
}
