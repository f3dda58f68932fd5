using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.ProfitModel.Tests.Projection;

public class ProjectionFanTests
{
    private static readonly Scenario Uncertain = Plans
        .With(new Lifecycle { Churn = new Estimate(new BetaDistribution(5, 95)) }, plan => plan with { OpeningCash = 130_000 })
        .WithChannel(channel => channel with { Reach = new Estimate(new UniformDistribution(800, 1_200)) });

    [Fact]
    public void The_same_seed_gives_the_same_fan_whatever_the_number_of_threads()
    {
        ProjectionFan With(int threads) =>
            ProjectionFan.Of(Uncertain, 1_000, 7, new ParallelOptions { MaxDegreeOfParallelism = threads });

        Assert.Equal(With(1).Cash, With(4).Cash);
        Assert.Equal(With(1).RunsOut, With(4).RunsOut);
        Assert.NotEqual(With(1).Cash, ProjectionFan.Of(Uncertain, 1_000, 8, TestContext.Current.CancellationToken).Cash);
    }

    [Fact]
    public void A_number_in_proportion_to_an_uncertain_one_has_its_quantiles()
    {
        var scenario = Plans.With(new Lifecycle())
            .WithChannel(channel => channel with { Reach = new Estimate(new UniformDistribution(800, 1_200)) });

        // Customers of month 1 are a tenth of the reach; a quantile of 10,000 draws deviates by less than 4·40·√(¼/10,000).
        var band = ProjectionFan.Of(scenario, cancellation: TestContext.Current.CancellationToken).Customers[0];

        Assert.Equal(82, band.P5, 0.8);
        Assert.Equal(90, band.P25, 0.8);
        Assert.Equal(100, band.P50, 0.8);
        Assert.Equal(116, band.P90, 0.8);
    }

    [Fact]
    public void Costs_that_make_up_for_each_other_narrow_the_fan()
    {
        FixedCost Cost() => new() { Id = Guid.NewGuid(), Name = "Rent", Amount = new Estimate(new UniformDistribution(1_000, 2_000)) };
        var apart = Plans.With(new Lifecycle()) with { FixedCosts = [Cost(), Cost()] };
        string[] paths = [.. apart.FixedCosts.Select(cost => $"fixedCosts/{cost.Id}/amount")];
        var together = apart with { Correlations = [new Correlation { Id = Guid.NewGuid(), First = paths[0], Second = paths[1], Rank = -0.95m }] };

        Assert.True(Width(together) < Width(apart) / 3);

        static double Width(Scenario scenario)
        {
            var band = ProjectionFan.Of(scenario, 2_000, cancellation: TestContext.Current.CancellationToken).Profit[0];
            return band.P90 - band.P10;
        }
    }

    [Fact]
    public void Every_run_either_runs_out_of_cash_in_a_month_or_holds()
    {
        var fan = ProjectionFan.Of(Uncertain, 2_000, cancellation: TestContext.Current.CancellationToken);

        Assert.InRange(fan.CashHolds, 0.05, 0.95);
        Assert.True(fan.BreaksEven.Sum() <= 1 + 1e-9);
        Assert.True(fan.RunsOut.Sum() > 0);
        Assert.All(fan.Cash, band => Assert.True(band.P5 < band.P50 && band.P50 < band.P95));
    }

    [Fact]
    public void It_can_be_given_up() =>
        Assert.Throws<OperationCanceledException>(() => ProjectionFan.Of(Uncertain, 10_000, 1, new CancellationToken(canceled: true)));
}
