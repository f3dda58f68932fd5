using ProfitPlanner.ProfitModel.Projection;

namespace ProfitPlanner.ProfitModel.Tests.Projection;

public class UnitEconomicsTests
{
    [Fact]
    public void A_customer_is_worth_the_margin_of_the_months_that_he_stays()
    {
        Assert.Equal(1_200, UnitEconomics.LifetimeValue(60, 0.05)!.Value, 1e-9);
        Assert.Equal(1_010, UnitEconomics.LifetimeValueAtStart(60, 0.05, 0.01)!.Value, 1e-9);
        Assert.Equal(950, UnitEconomics.LifetimeValueAtEnd(60, 0.05, 0.01)!.Value, 1e-9);
        Assert.Equal(1_010.6649422541, UnitEconomics.LifetimeValueWithin(60, 0.05, 36), 1e-9);
        Assert.Null(UnitEconomics.LifetimeValue(60, 0));
    }

    [Fact]
    public void Payback_takes_longer_when_customers_leave()
    {
        Assert.Equal(10, UnitEconomics.PaybackMonths(600, 60)!.Value, 1e-9);
        Assert.Equal(13.5134073340, UnitEconomics.PaybackMonthsWithChurn(600, 60, 0.05)!.Value, 1e-9);
    }

    [Theory]
    [InlineData(1_200, 60)]
    [InlineData(1_300, 60)]
    [InlineData(1, 0)]
    [InlineData(1, -5)]
    public void A_customer_who_costs_his_lifetime_value_or_more_is_never_paid_back(double cost, double margin) =>
        Assert.Null(UnitEconomics.PaybackMonthsWithChurn(cost, margin, 0.05));

    [Fact]
    public void Five_percent_a_month_is_not_sixty_a_year() =>
        Assert.Equal(0.4596399123, UnitEconomics.YearlyChurn(0.05), 1e-9);
}
