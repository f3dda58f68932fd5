using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Scenarios;

/// <summary>Two people with the same scenario open: the later save is told what changed and chooses; nothing is lost silently.</summary>
public sealed class EditingTogether(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static readonly string Price = Examples.Path(Examples.Shops, "revenue/price");
    private static readonly string Conversion = Examples.Path(Examples.Shops, "conversion");

    [Fact]
    public async Task The_later_save_is_told_both_peoples_changes_and_nothing_is_saved()
    {
        var (mine, theirs, reader, id) = await GivenTwoEditorsAsync();
        await theirs.SaveAsync(theirs.Content.WithPrice(110));

        var conflict = await mine.SaveIntoConflictAsync(mine.Content.WithConversion(0.5m));

        Assert.Equal(("Theo", theirs.Revision, planner.Clock.GetUtcNow()), (conflict.ChangedBy, conflict.Revision, conflict.At));
        Assert.Equal([Price], conflict.TheirChanges.Select(c => c.Path));
        Assert.Equal([Conversion], conflict.MyChanges.Select(c => c.Path));
        Assert.Empty(conflict.Overlaps);
        Assert.Equal(110, conflict.Theirs.Segments[0].Revenue.PerCustomer);
        var now = await reader.Send(new OpenScenario.Query(id));
        Assert.Equal(theirs.Revision, now.Revision);
        Assert.Equal(0.2m, now.Scenario.Segments[0].Conversion.Value);
    }

    [Fact]
    public async Task Both_keeps_both_peoples_changes()
    {
        var (mine, theirs, reader, id) = await GivenTwoEditorsAsync();
        await theirs.SaveAsync(theirs.Content.WithPrice(110));
        var edited = mine.Content.WithConversion(0.5m);
        var conflict = await mine.SaveIntoConflictAsync(edited);

        var saved = await mine.SaveAsync(edited, SaveScenario.Choice.Both, conflict.Revision);

        Assert.Equal((110m, 0.5m), PriceAndConversion(saved.Scenario));
        var newest = (await reader.Send(new ListVersions.Query(id))).Versions[0];
        Assert.Equal((VersionCause.Merged, "Mia"), (newest.Cause, newest.SavedBy));
    }

    [Fact]
    public async Task Where_both_changed_the_same_it_is_told_and_mine_stands()
    {
        var (mine, theirs, _, _) = await GivenTwoEditorsAsync();
        await theirs.SaveAsync(theirs.Content.WithPrice(110).WithRent(1));
        var edited = mine.Content.WithPrice(120);
        var conflict = await mine.SaveIntoConflictAsync(edited);

        var saved = await mine.SaveAsync(edited, SaveScenario.Choice.Both, conflict.Revision);

        Assert.Equal(Price, Assert.Single(conflict.Overlaps).Path);
        Assert.Equal((120m, 1m), (saved.Scenario.Segments[0].Revenue.PerCustomer, saved.Scenario.FixedCosts[0].Amount.Value));
    }

    [Fact]
    public async Task Mine_saves_what_I_see_and_theirs_stays_in_the_history()
    {
        var (mine, theirs, reader, id) = await GivenTwoEditorsAsync();
        await theirs.SaveAsync(theirs.Content.WithPrice(110));
        var edited = mine.Content.WithConversion(0.5m);
        var conflict = await mine.SaveIntoConflictAsync(edited);

        var saved = await mine.SaveAsync(edited, SaveScenario.Choice.Mine, conflict.Revision);

        Assert.Equal((100m, 0.5m), PriceAndConversion(saved.Scenario));
        var history = (await reader.Send(new ListVersions.Query(id))).Versions;
        Assert.Equal(["Mia", "Theo"], history.Take(2).Select(v => v.SavedBy));
        Assert.Equal(110, history[1].Scenario.Segments[0].Revenue.PerCustomer);
    }

    [Theory]
    [InlineData(SaveScenario.Choice.Both)]
    [InlineData(SaveScenario.Choice.Mine)]
    public async Task A_choice_about_a_revision_that_is_overtaken_again_is_asked_anew(SaveScenario.Choice choice)
    {
        var (mine, theirs, reader, id) = await GivenTwoEditorsAsync();
        await theirs.SaveAsync(theirs.Content.WithPrice(110));
        var edited = mine.Content.WithConversion(0.5m);
        var first = await mine.SaveIntoConflictAsync(edited);
        await theirs.SaveAsync(theirs.Content.WithRent(7));

        var second = Assert.IsType<SaveScenario.Result.Conflict>(await mine.TrySaveAsync(edited, choice, first.Revision));

        Assert.Equal(2, second.TheirChanges.Count);
        Assert.Equal(0.2m, (await reader.Send(new OpenScenario.Query(id))).Scenario.Segments[0].Conversion.Value);
        var saved = await mine.SaveAsync(edited, choice, second.Revision);
        Assert.Equal(0.5m, saved.Scenario.Segments[0].Conversion.Value);
    }

    [Theory]
    [InlineData(SaveScenario.Choice.Both)]
    [InlineData(SaveScenario.Choice.Mine)]
    public async Task A_choice_that_names_no_revision_chooses_nothing(SaveScenario.Choice choice)
    {
        var (mine, theirs, _, _) = await GivenTwoEditorsAsync();
        await theirs.SaveAsync(theirs.Content.WithPrice(110));

        Assert.IsType<SaveScenario.Result.Conflict>(await mine.TrySaveAsync(mine.Content.WithPrice(1), choice, seen: null));
    }

    [Fact]
    public async Task My_own_save_whose_answer_was_lost_is_no_conflict()
    {
        var (mine, _, reader, id) = await GivenTwoEditorsAsync();
        await mine.SaveAndLoseTheAnswerAsync(mine.Content.WithPrice(110));

        var saved = await mine.SaveAsync(mine.Content.WithPrice(110).WithConversion(0.5m));

        Assert.Equal((110m, 0.5m), PriceAndConversion(saved.Scenario));
        Assert.Equal(saved.Revision, (await reader.Send(new OpenScenario.Query(id))).Revision);
    }

    [Fact]
    public async Task My_lost_answer_does_not_hide_what_somebody_else_saved_after_it()
    {
        var given = await GivenTwoEditorsAsync();
        var mine = given.Mine;
        await mine.SaveAndLoseTheAnswerAsync(mine.Content.WithPrice(110));
        var theirs = await ScenarioEditor.OpenAsync(given.Theo, given.Id);
        await theirs.SaveAsync(theirs.Content.WithRent(7));

        var conflict = await mine.SaveIntoConflictAsync(mine.Content.WithPrice(110).WithConversion(0.5m));

        Assert.Contains($"fixedCosts/{Examples.Rent}/amount", conflict.TheirChanges.Select(c => c.Path));
    }

    [Fact]
    public async Task One_person_with_two_pages_open_is_told_too()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var owner = planner.As(organisation.Owner, organisation);
        var id = await planner.GivenScenarioAsync(organisation, Examples.Article);
        var (left, right) = (await ScenarioEditor.OpenAsync(owner, id), await ScenarioEditor.OpenAsync(owner, id));
        await left.SaveAsync(left.Content.WithPrice(110));

        Assert.Equal("Olivia Owner", (await right.SaveIntoConflictAsync(right.Content.WithConversion(0.5m))).ChangedBy);
    }

    [Fact]
    public async Task A_keystroke_after_I_opened_is_a_conflict_though_it_makes_no_version()
    {
        var given = await GivenTwoEditorsAsync();
        var theirs = given.Theirs;
        await theirs.SaveAsync(theirs.Content.WithPrice(110));
        var mine = await ScenarioEditor.OpenAsync(given.Mia, given.Id);
        await theirs.SaveAsync(theirs.Content.WithPrice(112));

        var conflict = await mine.SaveIntoConflictAsync(mine.Content.WithConversion(0.5m));

        Assert.Equal([Price], conflict.TheirChanges.Select(c => c.Path));
    }

    [Fact]
    public async Task Two_saves_at_the_same_moment_are_one_save_and_one_conflict()
    {
        var (mine, theirs, reader, id) = await GivenTwoEditorsAsync();

        var results = await Task.WhenAll(mine.TrySaveAsync(mine.Content.WithPrice(110)), theirs.TrySaveAsync(theirs.Content.WithPrice(120)));

        Assert.Single(results.OfType<SaveScenario.Result.Saved>());
        Assert.Single(results.OfType<SaveScenario.Result.Conflict>());
        Assert.Equal(3, (await reader.Send(new OpenScenario.Query(id))).Revision);
    }

    [Fact]
    public async Task Renaming_from_the_list_is_a_change_that_the_editor_is_told_of()
    {
        var (mine, _, reader, id) = await GivenTwoEditorsAsync();
        await reader.Send(new RenameScenario.Command(id, "Renamed"));

        var conflict = await mine.SaveIntoConflictAsync(mine.Content.WithPrice(110));

        Assert.Equal(["name"], conflict.TheirChanges.Select(c => c.Path));
    }

    /// <summary>Mia and Theo with the article's scenario open, and the owner, who looks on.</summary>
    private async Task<Situation> GivenTwoEditorsAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var id = await planner.GivenScenarioAsync(organisation, Examples.Article);
        var mia = planner.As(await planner.GivenMemberAsync(organisation, Role.Founder, "Mia"), organisation);
        var theo = planner.As(await planner.GivenMemberAsync(organisation, Role.Founder, "Theo"), organisation);
        return new Situation(
            await ScenarioEditor.OpenAsync(mia, id), await ScenarioEditor.OpenAsync(theo, id), planner.As(organisation.Owner, organisation), id, mia, theo);
    }

    private static (decimal Price, decimal Conversion) PriceAndConversion(Scenario scenario) =>
        (scenario.Segments[0].Revenue.PerCustomer, scenario.Segments[0].Conversion.Value);

    private sealed record Situation(ScenarioEditor Mine, ScenarioEditor Theirs, Sender Reader, Guid Id, Sender Mia, Sender Theo)
    {
        public void Deconstruct(out ScenarioEditor mine, out ScenarioEditor theirs, out Sender reader, out Guid id) =>
            (mine, theirs, reader, id) = (Mine, Theirs, Reader, Id);
    }
}
