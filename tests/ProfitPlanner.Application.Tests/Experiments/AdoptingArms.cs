using FluentValidation;
using ProfitPlanner.Application.Experiments;
using ProfitPlanner.Application.Pricing;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Tests.Scenarios;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Experiments;

public sealed class AdoptingArms(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static readonly string Conversion = Examples.Path(Examples.Shops, "conversion");
    private static readonly Provenance Source = new(ProvenanceKind.Experiment, "170 of 1,000 at 120.");

    [Fact]
    public async Task An_arms_price_is_charged_and_its_buyers_are_the_conversion_with_its_uncertainty()
    {
        var (owner, id) = await GivenArticleAsync();

        var saved = await AdoptAsync(owner, id, 120, visitors: 1_000, buyers: 170);

        Assert.Equal(120, saved.Segments[0].Revenue.PerCustomer);
        Assert.Equal(new Estimate(new BetaDistribution(171, 831)), saved.Segments[0].Conversion);
        Assert.Equal(171d / 1_002, (double)saved.Segments[0].Conversion.Value, 12);
        Assert.Equal(Source with { Date = DateOnly.FromDateTime(planner.Clock.GetUtcNow().UtcDateTime) }, saved.Provenance[Conversion]);
    }

    [Fact]
    public async Task A_demand_curve_gives_way_to_what_was_measured()
    {
        var (owner, id) = await GivenArticleAsync();
        await owner.Send(new AdoptDemand.Command(id, Examples.Shops, new LogitDemand(4, -0.05m), null, Source));

        var saved = await AdoptAsync(owner, id, 120, visitors: 1_000, buyers: 170);

        Assert.Null(saved.Segments[0].Demand);
        Assert.Equal([Conversion], saved.Provenance.Keys);
    }

    [Fact]
    public async Task A_curve_whose_numbers_move_together_gives_way_with_its_correlation()
    {
        var (owner, id) = await GivenArticleAsync();
        await owner.Send(new AdoptDemand.Command(
            id, Examples.Shops, new LogitDemand(new Estimate(new NormalDistribution(4, 0.5)), new Estimate(new NormalDistribution(-0.05, 0.005))), -0.9m, Source));

        Assert.Empty((await AdoptAsync(owner, id, 120, visitors: 1_000, buyers: 170)).Correlations);
    }

    [Fact]
    public async Task A_segment_that_is_gone_takes_no_arm_and_more_buyers_than_visitors_are_refused()
    {
        var (owner, id) = await GivenArticleAsync();

        var gone = await owner.Send(new AdoptArm.Command(id, Examples.Banks, 120, 1_000, 170, Source));
        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new AdoptArm.Command(id, Examples.Shops, 120, 10, 11, Source)));

        Assert.IsType<ChangeScenario.Result.Gone>(gone);
        Assert.Empty(ScenarioDiff.Between(Examples.Article, (await owner.Send(new OpenScenario.Query(id))).Scenario));
    }

    private static async Task<Scenario> AdoptAsync(Sender owner, Guid id, decimal price, int visitors, int buyers)
    {
        Assert.IsType<ChangeScenario.Result.Saved>(await owner.Send(new AdoptArm.Command(id, Examples.Shops, price, visitors, buyers, Source)));
        return (await owner.Send(new OpenScenario.Query(id))).Scenario;
    }

    private async Task<(Sender Owner, Guid Id)> GivenArticleAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        return (planner.As(organisation.Owner, organisation), await planner.GivenScenarioAsync(organisation, Examples.Article));
    }
}
