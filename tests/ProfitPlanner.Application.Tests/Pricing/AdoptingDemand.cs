using FluentValidation;
using ProfitPlanner.Application.Pricing;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Tests.Scenarios;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Pricing;

public sealed class AdoptingDemand(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static readonly string Intercept = Examples.Path(Examples.Shops, "demand/intercept");
    private static readonly string Slope = Examples.Path(Examples.Shops, "demand/slope");
    private static readonly Provenance Survey = new(ProvenanceKind.Survey, "Asked 400 people.");

    private static readonly LogitDemand Logit = new(
        new Estimate(new NormalDistribution(4, 0.5)), new Estimate(new NormalDistribution(-0.05, 0.005)));

    [Fact]
    public async Task A_curve_overrules_the_conversion_and_brings_its_correlation_and_its_provenance()
    {
        var (owner, id) = await GivenArticleAsync();

        var saved = await AdoptAsync(owner, id, Logit, -0.9m, Survey);

        // 1 / (1 + e) of 10,000 at 100 − 30, less 100,000.
        Assert.Equal(10_000 / (1 + Math.E) * 70 - 100_000, (double)saved.Evaluate().Profit, 6);
        var pair = Assert.Single(saved.Correlations);
        Assert.Equal((Intercept, Slope, -0.9m), (pair.First, pair.Second, pair.Rank));
        Assert.Equal([Intercept, Slope], saved.Provenance.Keys.Order());
        Assert.All(saved.Provenance.Values, source => Assert.Equal(Survey with { Date = DateOnly.FromDateTime(planner.Clock.GetUtcNow().UtcDateTime) }, source));
    }

    [Fact]
    public async Task What_moved_together_with_the_old_curve_is_forgotten_and_other_correlations_stay()
    {
        var (owner, id) = await GivenArticleAsync();
        await AdoptAsync(owner, id, Logit, -0.9m, Survey);
        var other = new Correlation
        {
            Id = Guid.NewGuid(),
            First = Examples.Path(Examples.Shops, "potentialCustomers"),
            Second = Examples.Path(Examples.Shops, "variableCost"),
            Rank = 0.5m,
        };
        await owner.Send(new ChangeScenario.Command(id,
        [
            ScenarioChange.To(other.First, (Estimate?)new Estimate(new UniformDistribution(9_000, 11_000))),
            ScenarioChange.To(other.Second, (Estimate?)new Estimate(new UniformDistribution(20, 40))),
            ScenarioChange.To($"correlations/{other.Id}", other),
        ]));

        var saved = await AdoptAsync(owner, id, new LinearDemand(0.5m, -0.003m), null, null);

        Assert.Equal(other, Assert.Single(saved.Correlations));
        Assert.Empty(saved.Provenance);
    }

    [Fact]
    public async Task Without_a_curve_the_conversion_stands_again()
    {
        var (owner, id) = await GivenArticleAsync();
        await AdoptAsync(owner, id, Logit, -0.9m, Survey);

        var saved = await AdoptAsync(owner, id, demand: null, null, null);

        Assert.Empty(saved.Correlations);
        Assert.Empty(saved.Provenance);
        Assert.Equal(40_000, saved.Evaluate().Profit);
    }

    [Fact]
    public async Task A_segment_that_is_gone_takes_no_curve()
    {
        var (owner, id) = await GivenArticleAsync();
        var before = (await owner.Send(new OpenScenario.Query(id))).Revision;

        var result = await owner.Send(new AdoptDemand.Command(id, Examples.Banks, Logit, -0.9m, Survey));

        Assert.Contains(Examples.Path(Examples.Banks, "demand"), Assert.IsType<ChangeScenario.Result.Gone>(result).Paths);
        Assert.Equal(before, (await owner.Send(new OpenScenario.Query(id))).Revision);
    }

    [Fact]
    public async Task A_curve_that_rises_with_the_price_and_a_correlation_beyond_the_limit_are_refused()
    {
        var (owner, id) = await GivenArticleAsync();

        var rising = await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new AdoptDemand.Command(id, Examples.Shops, new LogitDemand(4, 0.05m), null, null)));
        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new AdoptDemand.Command(id, Examples.Shops, Logit, 1.5m, null)));

        Assert.Contains("DemandRises", rising.Errors.Select(error => error.ErrorCode));
        Assert.All(rising.Errors, error => Assert.Equal(Slope, error.PropertyName));
        Assert.Null((await owner.Send(new OpenScenario.Query(id))).Scenario.Segments[0].Demand);
    }

    private static async Task<Scenario> AdoptAsync(Sender owner, Guid id, PriceDemand? demand, decimal? rank, Provenance? source)
    {
        Assert.IsType<ChangeScenario.Result.Saved>(await owner.Send(new AdoptDemand.Command(id, Examples.Shops, demand, rank, source)));
        return (await owner.Send(new OpenScenario.Query(id))).Scenario;
    }

    private async Task<(Sender Owner, Guid Id)> GivenArticleAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        return (planner.As(organisation.Owner, organisation), await planner.GivenScenarioAsync(organisation, Examples.Article));
    }
}
