using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Tests.Scenarios;

namespace ProfitPlanner.ProfitModel.Tests.Projection;

public class ProjectionTests
{
    private const double Tolerance = 1e-6;

    [Theory]
    [InlineData(Period.Month, 1)]
    [InlineData(Period.Quarter, 3)]
    [InlineData(Period.Year, 12)]
    public void Without_a_plan_every_month_has_the_profit_of_the_scenario(Period period, int months)
    {
        var result = (Examples.ThreeSegments with { Period = period }).Project();

        Assert.Equal(36, result.Months.Count);
        Assert.All(result.Months, month => Assert.Equal(56_760d / months, month.Profit, Tolerance));
        Assert.All(result.Months, month => Assert.Equal(2_206, month.CustomersEnd, Tolerance));
        Assert.All(result.Months, month => Assert.Equal(0, month.NewCustomers + month.LostCustomers, Tolerance));
    }

    [Fact]
    public void Direct_sales_keep_nobody_and_earn_the_profit_of_the_scenario()
    {
        var scenario = Examples.Check with
        {
            Period = Period.Quarter,
            Segments = [Examples.Check.Segments[0] with { Revenue = new DirectSale(100) }],
        };
        Assert.All(scenario.Project().Months, month =>
        {
            Assert.Equal(40_000d / 3, month.Profit, Tolerance);
            Assert.Equal(2_000d / 3, month.Buyers, Tolerance);
            Assert.Equal(0, month.CustomersEnd);
            Assert.Equal(0, month.MrrEnd);
        });
    }

    [Fact]
    public void Customers_who_come_evenly_and_leave_in_proportion()
    {
        var result = Plans.Growing.Project();

        Assert.Equal(919.2798246747, result.Months[11].CustomersEnd, Tolerance);
        Assert.Equal(8, result.Summary.BreakEvenMonth);
        Assert.Equal(16, result.Summary.PaidBackMonth);
        Assert.Equal(-127_790.96490625, result.Summary.LowestCash, Tolerance);
        Assert.Equal(-127_790.96490625, result.Summary.LowestCumulativeProfit, Tolerance);
        Assert.Equal(7, result.Summary.LowestCashMonth);
        Assert.Equal(0, result.Summary.RunwayMonths);
    }

    [Fact]
    public void What_a_customer_is_worth_and_costs_follows_from_the_plan()
    {
        var economics = Plans.Growing.WithChannel(channel => channel with { CostPerContact = 60 }).Project().Summary.Economics!;

        Assert.Equal(60, economics.Margin, Tolerance);
        Assert.Equal(1_200, economics.LifetimeValue!.Value, Tolerance);
        Assert.Equal(600, economics.AcquisitionCost!.Value, Tolerance);
        Assert.Equal(2, economics.ValueToCost!.Value, Tolerance);
        Assert.Equal(10, economics.PaybackMonths!.Value, Tolerance);
        Assert.Equal(13.5134073340, economics.PaybackMonthsWithChurn!.Value, Tolerance);
    }

    [Fact]
    public void A_retention_curve_goes_on_by_its_last_ratio()
    {
        var result = Plans.With(new Lifecycle { Retention = [0.8m, 0.6m, 0.54m] }).Project();

        var first = result.Cohorts.Single(cohort => cohort.Month == 1).Customers;
        Assert.Equal([100, 80, 60, 54, 48.6, 43.74], first.Take(6).Select(left => Math.Round(left, 9)));
        // 1 + 0.8 + 0.6 + 0.54 + 0.54·0.9/(1 − 0.9)
        Assert.Equal(7.8, 1 / result.Segments[0].Economics.Churn, Tolerance);
    }

    [Fact]
    public void A_curve_of_even_churn_is_that_churn()
    {
        var (curve, churn) = (Plans.With(new Lifecycle { Retention = [0.95m] }).Project(), Plans.Growing.Project());
        Assert.All(curve.Months.Zip(churn.Months), pair => Assert.Equal(pair.Second.CustomersEnd, pair.First.CustomersEnd, Tolerance));
    }

    [Fact]
    public void Prepaying_moves_cash_but_not_revenue()
    {
        var monthly = Plans.With(new Lifecycle()).Project();
        var yearly = Plans.With(new Lifecycle { AnnualShare = 0.5m }).Project();

        Assert.All(monthly.Months.Zip(yearly.Months), pair => Assert.Equal(pair.First.Revenue, pair.Second.Revenue, Tolerance));
        // 50 pay 100 and 50 pay 1,200.
        Assert.Equal(65_000, yearly.Months[0].Receipts, Tolerance);
        Assert.True(yearly.Months[11].CashEnd > monthly.Months[11].CashEnd);
    }

    [Fact]
    public void Who_paid_a_year_leaves_when_it_is_over()
    {
        var result = Plans.With(new Lifecycle { Churn = 0.05m, AnnualShare = 1 })
            .WithChannel(channel => channel with { Until = 1 }).Project();

        Assert.All(result.Months.Take(12), month => Assert.Equal(100, month.CustomersEnd, Tolerance));
        Assert.Equal(100 * Math.Pow(0.95, 12), result.Months[12].CustomersEnd, Tolerance);
        Assert.Equal(result.Months.Take(12).Sum(month => month.Revenue), result.Months.Take(12).Sum(month => month.Receipts), Tolerance);
    }

    [Fact]
    public void Saturation_slows_a_channel_down_as_its_segment_is_won()
    {
        var scenario = Plans.With(new Lifecycle()).WithChannel(channel => channel with { Saturation = 1 });
        scenario = scenario with { Segments = [scenario.Segments[0] with { PotentialCustomers = 1_000 }] };
        var months = scenario.Project().Months;

        // 1,000·0.1·(1 − won/1,000)
        Assert.Equal([100, 90, 81], months.Take(3).Select(month => Math.Round(month.NewCustomers, 9)));
        Assert.Equal(1_000 * (1 - Math.Pow(0.9, 36)), months[^1].CustomersEnd, Tolerance);
    }

    [Fact]
    public void No_more_customers_than_could_be()
    {
        var scenario = Plans.With(new Lifecycle());
        scenario = scenario with { Segments = [scenario.Segments[0] with { PotentialCustomers = 250 }] };
        Assert.Equal([100, 200, 250, 250], scenario.Project().Months.Take(4).Select(month => month.CustomersEnd));
    }

    [Fact]
    public void A_new_price_is_for_those_who_come_or_for_all()
    {
        Scenario At(bool all) => Plans.With(new Lifecycle
        {
            PriceChanges = [new PriceChange { Id = Guid.NewGuid(), Month = 3, Price = 150, AppliesToExisting = all }],
        });

        var (some, everyone) = (At(false).Project().Months, At(true).Project().Months);

        Assert.Equal(20_000, some[1].MrrEnd, Tolerance);
        Assert.Equal(35_000, some[2].MrrEnd, Tolerance);
        Assert.Equal(45_000, everyone[2].MrrEnd, Tolerance);
        Assert.Equal(10_000, everyone[2].ExpansionMrr, Tolerance);
    }

    [Fact]
    public void Revenue_of_those_who_stay_grows_and_shrinks()
    {
        var months = Plans.With(new Lifecycle { OpeningCustomers = 100, Churn = 0.1m, Expansion = 0.05m, Contraction = 0.02m })
            .WithChannel(channel => channel with { Reach = 0 }).Project().Months;

        Assert.Equal(1_000, months[0].ChurnedMrr, Tolerance);
        Assert.Equal(450, months[0].ExpansionMrr, Tolerance);
        Assert.Equal(180, months[0].ContractionMrr, Tolerance);
        Assert.Equal(9_270, months[0].MrrEnd, Tolerance);
        Assert.Equal(10_000 * Math.Pow(0.9 * 1.03, 2), months[1].MrrEnd, Tolerance);
    }

    [Fact]
    public void Costs_taxes_funding_and_late_payment_come_in_their_months()
    {
        var months = Plans.With(new Lifecycle { RefundRate = 0.1m }, plan => plan with
        {
            OpeningCash = 50_000,
            TaxRate = 0.25m,
            PaymentDelay = 2,
            CostLines =
            [
                new RampCost { Id = Guid.NewGuid(), Name = "Servers", From = 2, To = 4, Amount = 3_000 },
                new HiringCost { Id = Guid.NewGuid(), Name = "Sales", From = 3, Headcount = 2, MonthlyCost = 4_000, Overhead = 0.25m },
                new OneOffCost { Id = Guid.NewGuid(), Name = "Launch", Month = 1, Amount = 7_000 },
            ],
            FundingRounds = [new FundingRound { Id = Guid.NewGuid(), Name = "Seed", Month = 2, Amount = 100_000 }],
        }).Project().Months;

        Assert.Equal([0, 1_000, 2_000, 3_000, 3_000], months.Take(5).Select(month => Math.Round(month.RampCost, 9)));
        Assert.Equal([0, 0, 10_000, 10_000], months.Take(4).Select(month => month.HiringCost));
        Assert.Equal([7_000, 0], months.Take(2).Select(month => month.OneOffCost));
        Assert.Equal([0, 0, 10_000, 20_000], months.Take(4).Select(month => Math.Round(month.Receipts, 6)));
        Assert.Equal([0, 0, 1_000, 2_000], months.Take(4).Select(month => Math.Round(month.RefundsPaid, 6)));
        Assert.Equal(9_000, months[0].Revenue, Tolerance);
        Assert.Equal(50_000 - 4_000 - 40_000 - 7_000, months[0].CashEnd, Tolerance);
        Assert.Equal(100_000, months[1].Funding);
        // Tax is paid once the losses of the first months are made up for.
        Assert.Equal(0.25 * (months[^1].CumulativeProfit + months.Sum(month => month.Taxes)), months.Sum(month => month.Taxes), Tolerance);
        Assert.Equal(0, months.First(month => month.Profit > 0).Taxes);
    }

    [Fact]
    public void A_market_that_grows_brings_customers_and_one_that_shrinks_takes_them()
    {
        Scenario With(decimal growth) => Examples.ThreeSegments with { Projection = new ProjectionPlan { MarketGrowth = growth } };

        Assert.Equal(2_206 * 1.2, With(0.2m).Project().Months[12].CustomersEnd, Tolerance);
        Assert.Equal(2_206 * 0.8, With(-0.2m).Project().Months[12].CustomersEnd, Tolerance);
        Assert.Equal(2_206, With(0.2m).Project().Months[0].CustomersEnd, Tolerance);
    }
}
