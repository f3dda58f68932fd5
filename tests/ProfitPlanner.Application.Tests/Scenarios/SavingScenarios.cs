using FluentValidation;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Scenarios;

public sealed class SavingScenarios(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    [Fact]
    public async Task What_was_saved_is_opened_again_and_makes_a_profit_of_40000()
    {
        var (owner, id) = await GivenArticleAsync();

        var opened = await owner.Send(new OpenScenario.Query(id));

        Assert.Empty(ScenarioDiff.Between(Examples.Article, opened.Scenario));
        Assert.Equal(40_000, opened.Scenario.Evaluate().Profit);
    }

    [Fact]
    public async Task The_keystrokes_of_one_field_are_one_version_with_its_last_content()
    {
        var (owner, id) = await GivenArticleAsync();
        var before = (await owner.Send(new OpenScenario.Query(id))).LatestVersion;
        var editor = await ScenarioEditor.OpenAsync(owner, id);

        foreach (var price in new[] { 1m, 12m, 120m })
        {
            planner.Clock.Advance(TimeSpan.FromSeconds(20));
            await editor.SaveAsync(editor.Content.WithPrice(price));
        }

        var history = await owner.Send(new ListVersions.Query(id));
        Assert.Equal(before + 1, history.Total);
        Assert.Equal(planner.Clock.GetUtcNow(), history.Versions[0].SavedAt);
        var change = Assert.Single(history.Versions[0].Changes);
        Assert.Equal((Examples.Path(Examples.Shops, "revenue/price"), "100", "120"), (change.Path, change.Before?.ToJsonString(), change.After?.ToJsonString()));
    }

    [Fact]
    public async Task Another_field_is_another_version()
    {
        var (owner, id) = await GivenArticleAsync();
        var editor = await ScenarioEditor.OpenAsync(owner, id);

        await editor.SaveAsync(editor.Content.WithPrice(110));
        await editor.SaveAsync(editor.Content.WithConversion(0.3m));
        await editor.SaveAsync(editor.Content.WithPrice(120));

        var history = await owner.Send(new ListVersions.Query(id));
        Assert.Equal(["revenue/price", "conversion", "revenue/price"], history.Versions.Take(3).Select(v => Assert.Single(v.Changes).Path.Split('/', 3)[2]));
    }

    [Fact]
    public async Task After_a_pause_the_same_field_is_another_version()
    {
        var (owner, id) = await GivenArticleAsync();
        var editor = await ScenarioEditor.OpenAsync(owner, id);
        await editor.SaveAsync(editor.Content.WithPrice(110));
        var before = (await owner.Send(new OpenScenario.Query(id))).LatestVersion;

        planner.Clock.Advance(StoredScenario.TypingPause);
        await editor.SaveAsync(editor.Content.WithPrice(120));

        Assert.Equal(before + 1, (await owner.Send(new OpenScenario.Query(id))).LatestVersion);
    }

    [Fact]
    public async Task Typing_in_one_field_is_not_joined_with_another_persons_version_of_it()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var id = await planner.GivenScenarioAsync(organisation, Examples.Article);
        var colleague = planner.As(await planner.GivenMemberAsync(organisation, Role.Founder), organisation);
        var first = await ScenarioEditor.OpenAsync(planner.As(organisation.Owner, organisation), id);
        await first.SaveAsync(first.Content.WithPrice(110));
        var second = await ScenarioEditor.OpenAsync(colleague, id);

        await second.SaveAsync(second.Content.WithPrice(120));

        var history = await colleague.Send(new ListVersions.Query(id));
        Assert.Equal([(120m, "Founder"), (110m, "Olivia Owner")], history.Versions.Take(2).Select(v => (v.Scenario.Segments[0].Revenue.PerCustomer, v.SavedBy)));
    }

    [Fact]
    public async Task Saving_what_is_already_there_makes_no_version_and_no_revision()
    {
        var (owner, id) = await GivenArticleAsync();
        var editor = await ScenarioEditor.OpenAsync(owner, id);
        var before = await owner.Send(new OpenScenario.Query(id));

        planner.Clock.Advance(TimeSpan.FromHours(1));
        await editor.SaveAsync(editor.Content);

        var after = await owner.Send(new OpenScenario.Query(id));
        Assert.Equal((before.Revision, before.LatestVersion, before.UpdatedAt), (after.Revision, after.LatestVersion, after.UpdatedAt));
    }

    [Fact]
    public async Task Several_changes_at_once_are_one_version()
    {
        var (owner, id) = await GivenArticleAsync();
        var editor = await ScenarioEditor.OpenAsync(owner, id);
        var before = (await owner.Send(new OpenScenario.Query(id))).LatestVersion;

        await editor.SaveAsync(editor.Content.WithPrice(110).WithConversion(0.4m).WithRent(90_000));

        var newest = (await owner.Send(new ListVersions.Query(id))).Versions[0];
        Assert.Equal((before + 1, 3), (newest.Number, newest.Changes.Count));
    }

    [Fact]
    public async Task A_number_that_is_typed_anew_loses_its_provenance_and_the_others_keep_theirs()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var owner = planner.As(organisation.Owner, organisation);
        var id = await GivenMarkedAsync(organisation);
        var editor = await ScenarioEditor.OpenAsync(owner, id);
        Assert.Equal(4, editor.Content.Provenance.Count);

        var saved = await editor.SaveAsync(editor.Content.WithPrice(101));

        Assert.Equal(
            Examples.Marked.Provenance.Keys.Where(path => path != Examples.Path(Examples.Shops, "revenue/price")).Order(),
            saved.Scenario.Provenance.Keys.Order());
        Assert.Equal(3, (await owner.Send(new OpenScenario.Query(id))).Scenario.Provenance.Count);
    }

    [Fact]
    public async Task A_page_can_neither_invent_provenance_nor_drop_it()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var owner = planner.As(organisation.Owner, organisation);
        var marked = await ScenarioEditor.OpenAsync(owner, await GivenMarkedAsync(organisation));
        var plain = await ScenarioEditor.OpenAsync(owner, await planner.GivenScenarioAsync(organisation, Examples.Article));

        Assert.Equal(3, (await marked.SaveAsync(Examples.Article.WithPrice(1))).Scenario.Provenance.Count);
        Assert.Empty((await plain.SaveAsync(Examples.Marked.WithPrice(1))).Scenario.Provenance);
    }

    [Fact]
    public async Task Content_that_the_model_cannot_compute_with_is_refused_at_its_path_and_nothing_is_changed()
    {
        var (owner, id) = await GivenArticleAsync();
        var editor = await ScenarioEditor.OpenAsync(owner, id);

        var refusal = await Assert.ThrowsAsync<ValidationException>(() => editor.TrySaveAsync(
            editor.Content.WithConversion(1.5m).WithRent(-1).WithPrice(200) with { Name = "" }));

        Assert.Equal(
            [("fixedCosts/" + Examples.Rent + "/amount", "TooSmall"), ("name", "Missing"), (Examples.Path(Examples.Shops, "conversion"), "NotAShare")],
            refusal.Errors.Select(e => (e.PropertyName, e.ErrorCode)).Order());
        var after = await owner.Send(new OpenScenario.Query(id));
        Assert.Empty(ScenarioDiff.Between(editor.Content, after.Scenario));
        Assert.Equal(editor.Revision, after.Revision);
    }

    [Fact]
    public async Task A_failure_carries_the_limit_that_was_crossed()
    {
        var (owner, id) = await GivenArticleAsync();
        var editor = await ScenarioEditor.OpenAsync(owner, id);

        var refusal = await Assert.ThrowsAsync<ValidationException>(() => editor.TrySaveAsync(editor.Content.WithPrice(ScenarioLimits.Money + 1)));

        var error = Assert.Single(refusal.Errors);
        Assert.Equal(("TooLarge", ScenarioLimits.Money), (error.ErrorCode, Assert.IsType<decimal>(error.AttemptedValue)));
    }

    [Fact]
    public async Task A_deleted_scenario_is_not_saved_over()
    {
        var (owner, id) = await GivenArticleAsync();
        var editor = await ScenarioEditor.OpenAsync(owner, id);
        await owner.Send(new ShelveScenario.Command(id, ListScenarios.Shelf.Deleted));

        await Assert.ThrowsAsync<NotFoundException>(() => editor.TrySaveAsync(editor.Content.WithPrice(1)));
    }

    [Theory]
    [InlineData(Role.Analyst)]
    [InlineData(Role.Viewer)]
    public async Task Analysts_and_viewers_read_and_do_not_save(Role role)
    {
        var organisation = await planner.GivenOrganisationAsync();
        var id = await planner.GivenScenarioAsync(organisation, Examples.Article);
        var member = planner.As(await planner.GivenMemberAsync(organisation, role), organisation);

        var editor = await ScenarioEditor.OpenAsync(member, id);
        Assert.False((await member.Send(new OpenScenario.Query(id))).MayEdit);
        await Assert.ThrowsAsync<ForbiddenException>(() => editor.TrySaveAsync(editor.Content.WithPrice(1)));

        Assert.Empty(ScenarioDiff.Between(Examples.Article, (await member.Send(new OpenScenario.Query(id))).Scenario));
    }

    [Theory]
    [InlineData(Role.Owner)]
    [InlineData(Role.Founder)]
    public async Task Owners_and_founders_save(Role role)
    {
        var organisation = await planner.GivenOrganisationAsync();
        var id = await planner.GivenScenarioAsync(organisation, Examples.Article);
        var member = planner.As(await planner.GivenMemberAsync(organisation, role), organisation);

        var editor = await ScenarioEditor.OpenAsync(member, id);
        await editor.SaveAsync(editor.Content.WithPrice(1));

        Assert.True((await member.Send(new OpenScenario.Query(id))).MayEdit);
    }

    [Fact]
    public async Task Another_organisations_scenario_is_not_found_and_keeps_its_price()
    {
        var (mine, theirs) = (await planner.GivenOrganisationAsync(), await planner.GivenOrganisationAsync());
        var id = await planner.GivenScenarioAsync(theirs, Examples.Article);
        var save = new SaveScenario.Command(id, BaseRevision: 2, Guid.NewGuid(), Examples.Article.WithPrice(1));

        await Assert.ThrowsAsync<NotFoundException>(() => planner.As(mine.Owner, mine).Send(save));
        await Assert.ThrowsAsync<NotFoundException>(() => planner.As(mine.Owner, theirs).Send(save));

        var opened = await planner.As(theirs.Owner, theirs).Send(new OpenScenario.Query(id));
        Assert.Equal(100, opened.Scenario.Segments[0].Revenue.PerCustomer);
    }

    private async Task<(Sender Owner, Guid Id)> GivenArticleAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        return (planner.As(organisation.Owner, organisation), await planner.GivenScenarioAsync(organisation, Examples.Article));
    }

    private Task<Guid> GivenMarkedAsync(GivenOrganisation organisation) => planner.GivenStoredScenarioAsync(organisation, Examples.Marked);
}
