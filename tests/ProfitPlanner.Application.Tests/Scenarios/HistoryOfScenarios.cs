using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Scenarios;

public sealed class HistoryOfScenarios(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    [Fact]
    public async Task Every_version_tells_who_when_why_its_profit_and_what_changed()
    {
        var (owner, id, _) = await GivenThreePricesAsync();

        var history = await owner.Send(new ListVersions.Query(id));

        Assert.Equal((3, true, "Article"), (history.Total, history.MayEdit, history.Scenario.Name));
        Assert.Equal([(3, 80_000m), (2, 60_000m), (1, 40_000m)], history.Versions.Select(v => (v.Number, v.Profit)));
        Assert.Equal([VersionCause.Edited, VersionCause.Edited, VersionCause.Created], history.Versions.Select(v => v.Cause));
        Assert.Equal([1, 1, 0], history.Versions.Select(v => v.Changes.Count));
        Assert.All(history.Versions, v => Assert.Equal("Olivia Owner", v.SavedBy));
        Assert.True(history.Versions[0].SavedAt > history.Versions[1].SavedAt);
    }

    [Fact]
    public async Task Any_two_versions_are_compared_in_either_direction()
    {
        var (owner, id, price) = await GivenThreePricesAsync();

        var forth = await owner.Send(new CompareVersions.Query(id, From: 1, To: 3));
        var back = await owner.Send(new CompareVersions.Query(id, From: 3, To: 1));

        Assert.Equal((price, "100", "120"), Told(Assert.Single(forth.Changes)));
        Assert.Equal((price, "120", "100"), Told(Assert.Single(back.Changes)));
        Assert.Equal((1, 3), (forth.From.Number, forth.To.Number));
        Assert.Equal(120, forth.Current.Segments[0].Revenue.PerCustomer);
    }

    [Fact]
    public async Task A_version_compared_with_itself_differs_in_nothing()
    {
        var (owner, id, _) = await GivenThreePricesAsync();

        Assert.Empty((await owner.Send(new CompareVersions.Query(id, 2, 2))).Changes);
    }

    [Fact]
    public async Task A_restored_version_is_the_newest_and_the_ones_in_between_stay()
    {
        var (owner, id, _) = await GivenThreePricesAsync();

        await owner.Send(new RestoreVersion.Command(id, 1));

        var history = await owner.Send(new ListVersions.Query(id));
        Assert.Equal([4, 3, 2, 1], history.Versions.Select(v => v.Number));
        Assert.Equal(VersionCause.Restored, history.Versions[0].Cause);
        Assert.Empty(ScenarioDiff.Between(history.Versions[^1].Scenario, (await owner.Send(new OpenScenario.Query(id))).Scenario));
        Assert.Equal(4, (await owner.Send(new OpenScenario.Query(id))).Revision);
    }

    [Fact]
    public async Task A_restored_version_brings_back_its_provenance()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var owner = planner.As(organisation.Owner, organisation);
        var id = await planner.GivenStoredScenarioAsync(organisation, Examples.Marked);
        var editor = await ScenarioEditor.OpenAsync(owner, id);
        await editor.SaveAsync(editor.Content.WithPrice(1));

        await owner.Send(new RestoreVersion.Command(id, 1));

        Assert.Equal(Examples.Marked.Provenance.Keys.Order(), (await owner.Send(new OpenScenario.Query(id))).Scenario.Provenance.Keys.Order());
    }

    [Fact]
    public async Task Typing_on_after_a_restore_is_a_version_of_its_own()
    {
        var (owner, id, _) = await GivenThreePricesAsync();
        await owner.Send(new RestoreVersion.Command(id, 1));
        var editor = await ScenarioEditor.OpenAsync(owner, id);

        await editor.SaveAsync(editor.Content.WithPrice(105));

        Assert.Equal([5, 4, 3, 2, 1], (await owner.Send(new ListVersions.Query(id))).Versions.Select(v => v.Number));
    }

    [Fact]
    public async Task Versions_that_are_not_there_and_another_scenarios_are_not_found()
    {
        var (owner, id, _) = await GivenThreePricesAsync();

        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new RestoreVersion.Command(id, 4)));
        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new CompareVersions.Query(id, 0, 1)));
        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new CompareVersions.Query(id, 1, 4)));
        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new ListVersions.Query(Guid.NewGuid())));
    }

    [Fact]
    public async Task A_long_history_comes_in_pages_each_compared_across_its_edge()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var owner = planner.As(organisation.Owner, organisation);
        var id = await planner.GivenStoredScenarioAsync(organisation, Examples.Article);
        var editor = await ScenarioEditor.OpenAsync(owner, id);
        for (var i = 1; i <= ListVersions.PageSize; i++)
        {
            planner.Clock.Advance(StoredScenario.TypingPause);
            await editor.SaveAsync(editor.Content.WithPrice(100 + i));
        }

        var first = await owner.Send(new ListVersions.Query(id));
        var second = await owner.Send(new ListVersions.Query(id, Page: 2));

        Assert.Equal((ListVersions.PageSize + 1, ListVersions.PageSize, 1), (first.Total, first.Versions.Count, second.Versions.Count));
        Assert.All(first.Versions, v => Assert.Single(v.Changes));
        Assert.Empty((await owner.Send(new ListVersions.Query(id, Page: 3))).Versions);
        Assert.Equal(ListVersions.PageSize, (await owner.Send(new ListVersions.Query(id, Page: 0))).Versions.Count);
    }

    /// <summary>Versions 1 to 3 with the prices 100, 110, 120.</summary>
    private async Task<(Sender Owner, Guid Id, string PricePath)> GivenThreePricesAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var owner = planner.As(organisation.Owner, organisation);
        var id = await planner.GivenStoredScenarioAsync(organisation, Examples.Article);
        var editor = await ScenarioEditor.OpenAsync(owner, id);
        foreach (var price in new[] { 110m, 120m })
        {
            planner.Clock.Advance(StoredScenario.TypingPause);
            await editor.SaveAsync(editor.Content.WithPrice(price));
        }

        return (owner, id, Examples.Path(Examples.Shops, "revenue/price"));
    }

    private static (string Path, string? Before, string? After) Told(ScenarioChange change) =>
        (change.Path, change.Before?.ToJsonString(), change.After?.ToJsonString());
}
