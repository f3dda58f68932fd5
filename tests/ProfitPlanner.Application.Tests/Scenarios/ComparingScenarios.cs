using FluentValidation;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Scenarios;

public sealed class ComparingScenarios(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Two_to_four_scenarios_stand_side_by_side_in_the_order_asked_for(int count)
    {
        var organisation = await planner.GivenOrganisationAsync();
        var ids = new List<Guid>();
        for (var i = 0; i < count; i++)
            ids.Add(await planner.GivenScenarioAsync(organisation, Examples.Article.WithPrice(100 + i)));
        ids.Reverse();

        var items = await planner.As(organisation.Owner, organisation).Send(new CompareScenarios.Query(ids));

        Assert.Equal(ids, items.Select(i => i.Id));
        Assert.Equal(Enumerable.Range(0, count).Reverse().Select(i => 40_000m + 2_000 * i), items.Select(i => i.Profit.Profit));
    }

    [Fact]
    public async Task Scenarios_of_different_currencies_stand_side_by_side_each_in_its_own()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var euro = await planner.GivenScenarioAsync(organisation, Examples.Article);
        var yen = await planner.GivenScenarioAsync(organisation, Examples.Article with { Currency = Currency.Of("JPY") });

        var items = await planner.As(organisation.Owner, organisation).Send(new CompareScenarios.Query([euro, yen]));

        Assert.Equal(["EUR", "JPY"], items.Select(i => i.Scenario.Currency.Code));
        Assert.All(items, i => Assert.Equal(40_000, i.Profit.Profit));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(5, 1)]
    public async Task Fewer_than_two_different_scenarios_and_more_than_four_are_refused(int different, int times)
    {
        var organisation = await planner.GivenOrganisationAsync();
        var ids = Enumerable.Range(0, different).Select(_ => Guid.NewGuid()).SelectMany(id => Enumerable.Repeat(id, times)).ToList();

        var refusal = await Assert.ThrowsAsync<ValidationException>(
            () => planner.As(organisation.Owner, organisation).Send(new CompareScenarios.Query(ids)));

        Assert.Equal("TwoToFour", Assert.Single(refusal.Errors).ErrorCode);
    }

    [Fact]
    public async Task Another_organisations_scenario_among_them_makes_the_whole_not_found()
    {
        var (mine, theirs) = (await planner.GivenOrganisationAsync(), await planner.GivenOrganisationAsync());
        var ids = new[] { await planner.GivenScenarioAsync(mine), await planner.GivenScenarioAsync(theirs) };

        await Assert.ThrowsAsync<NotFoundException>(() => planner.As(mine.Owner, mine).Send(new CompareScenarios.Query(ids)));
    }

    [Fact]
    public async Task An_archived_scenario_may_be_compared_and_a_deleted_one_may_not()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var owner = planner.As(organisation.Owner, organisation);
        var ids = new[] { await planner.GivenScenarioAsync(organisation), await planner.GivenScenarioAsync(organisation) };

        await owner.Send(new ShelveScenario.Command(ids[0], ListScenarios.Shelf.Archived));
        Assert.Equal(2, (await owner.Send(new CompareScenarios.Query(ids))).Count);

        await owner.Send(new ShelveScenario.Command(ids[0], ListScenarios.Shelf.Deleted));
        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new CompareScenarios.Query(ids)));
    }
}
