using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Tests.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Projection;

public class ActualsTests
{
    private static readonly DateOnly January = new(2027, 1, 1);

    private static MonthlyActual In(int month) => MonthlyActual.Of(January.AddMonths(month - 1));

    [Fact]
    public void A_forecast_is_measured_by_what_came()
    {
        // Foretold are 10,000 and 19,500.
        var scenario = Plans.Growing with { Actuals = [In(2) with { Revenue = 15_000 }, In(1) with { Revenue = 12_500 }, In(99) with { Revenue = 1 }] };

        var comparison = Assert.Single(ActualsComparison.Of(scenario, scenario.Project()));

        Assert.Equal(ActualMeasure.Revenue, comparison.Measure);
        Assert.Equal([2_500, -4_500], comparison.Months.Select(month => Math.Round(month.Error, 6)));
        Assert.Equal((0.2 + 0.3) / 2, comparison.MeanAbsolutePercentageError!.Value, 1e-9);
        Assert.Equal(-1_000, comparison.Bias, 1e-6);
        Assert.Null(comparison.ChanceOfSoFew);
    }

    [Fact]
    public void A_band_that_should_hold_four_times_in_five_is_counted()
    {
        var scenario = Plans.With(new Lifecycle(), plan => plan with { Start = January })
            .WithChannel(channel => channel with { Reach = new Estimate(new UniformDistribution(800, 1_200)) }) with
        {
            Actuals = [In(1) with { Customers = 100 }, In(2) with { Customers = 300 }],
        };

        var comparison = ActualsComparison.Of(scenario, scenario.Project(), ProjectionFan.Of(scenario, 1_000, cancellation: TestContext.Current.CancellationToken)).Single();

        Assert.Equal([true, false], comparison.Months.Select(month => month.WithinBand));
        Assert.Equal(1, comparison.BandHeld);
        Assert.Equal(1.6, comparison.BandExpected, 1e-9);
        Assert.Equal(1 - 0.8 * 0.8, comparison.ChanceOfSoFew!.Value, 1e-9);
    }

    [Fact]
    public void Churn_learns_from_those_who_left()
    {
        var scenario = Plans.With(new Lifecycle { Churn = new Estimate(new BetaDistribution(5, 95)) }) with
        {
            Actuals = [In(1) with { Customers = 200 }, In(2) with { Customers = 190, LostCustomers = 20, NewCustomers = 10 }],
        };

        var churn = ActualsUpdate.Propose(scenario).Single(proposal => proposal.Path.EndsWith("/churn", StringComparison.Ordinal));

        var after = Assert.IsType<BetaDistribution>(churn.After.Distribution);
        Assert.Equal(25, after.Alpha, 1e-6);
        Assert.Equal(275, after.Beta, 1e-6);
        Assert.Equal(200, churn.Observations);
        Assert.Equal(UpdateMethod.BetaBinomial, churn.Method);
    }

    [Fact]
    public void A_channels_conversion_learns_from_those_who_came()
    {
        var scenario = Plans.Growing with { Actuals = [In(1) with { NewCustomers = 150 }] };

        var conversion = Assert.Single(ActualsUpdate.Propose(scenario));

        Assert.Equal($"projection/channels/{Plans.Channel}/conversion", conversion.Path);
        // The founder's word of 0.1 weighs as two people: (0.2 + 150)/(2 + 1,000).
        Assert.Equal(150.2 / 1_002, (double)conversion.After.Value, 1e-9);
    }

    [Fact]
    public void A_cost_learns_from_its_months_by_their_precision()
    {
        var scenario = Plans.Growing with
        {
            FixedCosts = [Examples.FixedCost(0) with { Amount = new Estimate(new NormalDistribution(40_000, 1_000)) }],
            Actuals = [In(1) with { FixedCost = 41_000 }, In(2) with { FixedCost = 43_000 }],
        };

        var cost = Assert.Single(ActualsUpdate.Propose(scenario));

        // Mean 42,000 with variance 2,000,000/2, as precise as what was thought before.
        var after = Assert.IsType<NormalDistribution>(cost.After.Distribution);
        Assert.Equal(41_000, after.Mean, 1e-6);
        Assert.Equal(1_000 / Math.Sqrt(2), after.Sd, 1e-6);
    }

    [Fact]
    public void A_price_learns_from_revenue_per_customer()
    {
        var scenario = Plans.Growing with
        {
            Actuals = [In(1) with { Revenue = 9_000, Customers = 100 }, In(2) with { Revenue = 18_000, Customers = 200 }],
        };

        var price = Assert.Single(ActualsUpdate.Propose(scenario));

        Assert.EndsWith("/revenue/price", price.Path, StringComparison.Ordinal);
        Assert.Equal(90, price.After.Value, 9);
        Assert.Null(price.After.Distribution);
    }

    [Fact]
    public void Nothing_is_said_of_numbers_that_others_share()
    {
        var scenario = Examples.ThreeSegments with { Actuals = [In(1) with { Revenue = 1, Customers = 1, NewCustomers = 1, LostCustomers = 1, VariableCost = 1 }] };
        Assert.Empty(ActualsUpdate.Propose(scenario));
    }

    [Fact]
    public void Only_what_is_accepted_changes()
    {
        var scenario = Plans.Growing with { Actuals = [In(1) with { NewCustomers = 150, FixedCost = 41_000 }, In(2) with { FixedCost = 43_000 }] };
        var proposals = ActualsUpdate.Propose(scenario);
        Assert.Equal(2, proposals.Count);

        var accepted = ActualsUpdate.Accept(scenario, [proposals[0]]);

        Assert.Equal(proposals[0].Path, Assert.Single(ScenarioDiff.Between(scenario, accepted)).Path);
        Assert.Equal(proposals[0].After, accepted.FixedCosts[0].Amount);
    }
}
