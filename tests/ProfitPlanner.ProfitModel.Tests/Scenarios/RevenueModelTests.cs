using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Scenarios;

public class RevenueModelTests
{
    [Fact]
    public void A_subscription_and_a_direct_sale_bring_their_price()
    {
        Assert.Equal(29, new Subscription(29).PerCustomer);
        Assert.Equal(199, new DirectSale(199).PerCustomer);
    }

    [Fact]
    public void Uses_cost_their_unit_price() => Assert.Equal(6, new PerUse(120, 0.05m).PerCustomer);

    [Fact]
    public void A_business_customer_pays_for_each_of_its_own_customers() =>
        Assert.Equal(750, new PerEndCustomer(500, 1.5m).PerCustomer);

    [Theory]
    [InlineData(0, 49)]
    [InlineData(10_000, 49)] // the whole allowance
    [InlineData(10_001, 49.002)]
    [InlineData(15_000, 59)]
    public void An_interface_costs_its_base_fee_and_the_calls_beyond_the_allowance(double calls, double perCustomer) =>
        Assert.Equal((decimal)perCustomer, new ApiService(49, 10_000, (decimal)calls, 0.002m).PerCustomer);

    [Fact]
    public void Three_thousand_views_at_8_per_thousand_and_55_percent_bring_13_20() =>
        Assert.Equal(13.20m, new Advertising(3_000, 1, 8, 0.55m).PerCustomer);

    [Fact]
    public void Places_that_no_advertiser_takes_bring_nothing() =>
        Assert.Equal(6.60m, new Advertising(3_000, 0.5m, 8, 0.55m).PerCustomer);
}
