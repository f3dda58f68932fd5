using FluentValidation;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;
using Shelf = ProfitPlanner.Application.Scenarios.ListScenarios.Shelf;

namespace ProfitPlanner.Application.Tests.Scenarios;

/// <summary>The list: rename, duplicate, archive and restore, delete with undo.</summary>
public sealed class KeepingScenarios(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    [Fact]
    public async Task The_list_shows_each_scenario_with_its_profit_and_who_changed_it_latest_first()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var owner = planner.As(organisation.Owner, organisation);
        var older = await planner.GivenScenarioAsync(organisation, Examples.Article);
        planner.Clock.Advance(TimeSpan.FromMinutes(5));
        var newer = await planner.GivenScenarioAsync(organisation);

        var list = await owner.Send(new ListScenarios.Query(Shelf.Active));

        Assert.True(list.MayEdit);
        Assert.Equal([(newer, 0m), (older, 40_000m)], list.Items.Select(i => (i.Id, i.Profit.Profit)));
        Assert.All(list.Items, i => Assert.Equal("Olivia Owner", i.UpdatedBy));
        Assert.Equal(planner.Clock.GetUtcNow(), list.Items[0].UpdatedAt);
    }

    [Fact]
    public async Task A_renamed_scenario_has_its_new_name_and_a_version_that_says_so()
    {
        var (owner, id) = await GivenArticleAsync();

        await owner.Send(new RenameScenario.Command(id, " Autumn plan "));

        Assert.Equal("Autumn plan", (await owner.Send(new OpenScenario.Query(id))).Scenario.Name);
        Assert.Equal("name", Assert.Single((await owner.Send(new ListVersions.Query(id))).Versions[0].Changes).Path);
    }

    [Theory]
    [InlineData(null, "Missing")]
    [InlineData(" ", "Missing")]
    public async Task A_scenario_keeps_its_name_where_the_new_one_is_empty(string? name, string code)
    {
        var (owner, id) = await GivenArticleAsync();

        var refusal = await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new RenameScenario.Command(id, name)));

        Assert.Equal(code, Assert.Single(refusal.Errors).ErrorCode);
        Assert.Equal("Article", (await owner.Send(new OpenScenario.Query(id))).Scenario.Name);
    }

    [Fact]
    public async Task A_name_with_characters_that_cannot_be_shown_is_refused_when_renaming_too()
    {
        var (owner, id) = await GivenArticleAsync();

        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new RenameScenario.Command(id, "bell \a")));
    }

    [Fact]
    public async Task Renaming_to_the_same_name_makes_no_version()
    {
        var (owner, id) = await GivenArticleAsync();
        var before = await owner.Send(new OpenScenario.Query(id));

        await owner.Send(new RenameScenario.Command(id, "Article"));

        Assert.Equal(before.LatestVersion, (await owner.Send(new OpenScenario.Query(id))).LatestVersion);
    }

    [Fact]
    public async Task A_copy_has_the_content_and_a_history_of_its_own()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var owner = planner.As(organisation.Owner, organisation);
        var id = await planner.GivenStoredScenarioAsync(organisation, Examples.Marked);

        var copy = await owner.Send(new DuplicateScenario.Command(id, "Copy of Article"));
        var editor = await ScenarioEditor.OpenAsync(owner, copy);
        Assert.Equal(Examples.Marked.Provenance.Keys.Order(), editor.Content.Provenance.Keys.Order());
        await editor.SaveAsync(editor.Content.WithPrice(1));

        Assert.Equal(["name"], ScenarioDiff.Between(Examples.Marked, (await owner.Send(new ListVersions.Query(copy))).Versions[^1].Scenario).Select(c => c.Path));
        Assert.Equal(VersionCause.Duplicated, (await owner.Send(new ListVersions.Query(copy))).Versions[^1].Cause);
        Assert.Empty(ScenarioDiff.Between(Examples.Marked, (await owner.Send(new OpenScenario.Query(id))).Scenario));
    }

    [Fact]
    public async Task A_copys_name_is_cut_to_what_fits()
    {
        var (owner, id) = await GivenArticleAsync();

        var copy = await owner.Send(new DuplicateScenario.Command(id, new string('x', ScenarioLimits.Name + 9)));

        Assert.Equal(ScenarioLimits.Name, (await owner.Send(new OpenScenario.Query(copy))).Scenario.Name.Length);
    }

    [Fact]
    public async Task A_copys_name_is_not_cut_through_the_middle_of_a_character()
    {
        var (owner, id) = await GivenArticleAsync();

        var copy = await owner.Send(new DuplicateScenario.Command(id, new string('x', ScenarioLimits.Name - 1) + "😀"));

        Assert.Empty((await owner.Send(new OpenScenario.Query(copy))).Scenario.Problems());
    }

    [Fact]
    public async Task An_archived_scenario_leaves_the_list_can_still_be_opened_and_comes_back()
    {
        var (owner, id) = await GivenArticleAsync();

        await owner.Send(new ShelveScenario.Command(id, Shelf.Archived));
        Assert.Equal([Shelf.Archived], await ShelvesWithAsync(owner, id));
        Assert.True((await owner.Send(new OpenScenario.Query(id))).IsArchived);

        await owner.Send(new ShelveScenario.Command(id, Shelf.Active));
        Assert.Equal([Shelf.Active], await ShelvesWithAsync(owner, id));
        Assert.False((await owner.Send(new OpenScenario.Query(id))).IsArchived);
    }

    [Theory]
    [InlineData(Shelf.Active)]
    [InlineData(Shelf.Archived)]
    public async Task A_deleted_scenario_is_gone_until_the_deletion_is_undone_with_its_history_intact(Shelf from)
    {
        var (owner, id) = await GivenArticleAsync();
        await owner.Send(new ShelveScenario.Command(id, from));
        var before = await owner.Send(new ListVersions.Query(id));

        await owner.Send(new ShelveScenario.Command(id, Shelf.Deleted));

        Assert.Equal([Shelf.Deleted], await ShelvesWithAsync(owner, id));
        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new OpenScenario.Query(id)));
        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new ListVersions.Query(id)));
        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new RenameScenario.Command(id, "Ghost")));
        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new DuplicateScenario.Command(id, "Ghost")));
        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new RestoreVersion.Command(id, 1)));

        await owner.Send(new ShelveScenario.Command(id, from));

        Assert.Equal([from], await ShelvesWithAsync(owner, id));
        Assert.Equal(before.Versions.Select(v => v.Number), (await owner.Send(new ListVersions.Query(id))).Versions.Select(v => v.Number));
    }

    private async Task<(Sender Owner, Guid Id)> GivenArticleAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        return (planner.As(organisation.Owner, organisation), await planner.GivenScenarioAsync(organisation, Examples.Article));
    }

    private static async Task<List<Shelf>> ShelvesWithAsync(Sender owner, Guid id)
    {
        var shelves = new List<Shelf>();
        foreach (var shelf in Enum.GetValues<Shelf>())
        {
            if ((await owner.Send(new ListScenarios.Query(shelf))).Items.Any(i => i.Id == id))
                shelves.Add(shelf);
        }

        return shelves;
    }
}
