using FluentValidation;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Decisions;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Scenarios;

/// <summary>The pages beside the editor change some values; the editor keeps what those pages have set.</summary>
public sealed class ChangingScenarios(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static readonly string Price = Examples.Path(Examples.Shops, "revenue/price");
    private static readonly string Conversion = Examples.Path(Examples.Shops, "conversion");
    private static readonly string Range = Examples.Path(Examples.Shops, "priceRange");

    /// <summary>The article's scenario with something of every page.</summary>
    private static readonly Scenario Whole = (Examples.Article with
    {
        Capacities = [new Capacity { Id = Guid.NewGuid(), Name = "Advisers", Limit = 1_500, Segments = [Examples.Shops] }],
        Correlations =
        [
            new Correlation { Id = Guid.NewGuid(), First = Examples.Path(Examples.Shops, "demand/intercept"), Second = Examples.Path(Examples.Shops, "demand/slope"), Rank = -0.9m },
        ],
        Projection = new ProjectionPlan { Months = 24, OpeningCash = 500_000 },
        Experiments = [new PlannedExperiment { Id = Guid.NewGuid(), Name = "Ask", Input = Examples.Path(Examples.Shops, "demand/slope"), Noise = 0.05m }],
        Actuals = [MonthlyActual.Of(new DateOnly(2026, 1, 1)) with { Revenue = 1_000 }],
    }).WithSegment(Examples.Shops, segment => segment with
    {
        Demand = new LogitDemand(new Estimate(new NormalDistribution(4, 0.5)), new Estimate(new NormalDistribution(-0.05, 0.005))),
        PriceRange = new PriceRange(49, 199, 10, 9),
        Lifecycle = new Lifecycle { Churn = 0.05m },
    });

    [Fact]
    public async Task Some_values_are_changed_whatever_else_has_changed_since_they_were_shown()
    {
        var (owner, id) = await GivenAsync(Examples.Article);
        var editor = await ScenarioEditor.OpenAsync(owner, id);
        await editor.SaveAsync(editor.Content.WithConversion(0.3m));

        await ChangeAsync(owner, id, ScenarioChange.To(Range, new PriceRange(Lowest: 50)));

        var opened = await owner.Send(new OpenScenario.Query(id));
        Assert.Equal(new PriceRange(Lowest: 50), opened.Scenario.Segments[0].PriceRange);
        Assert.Equal(0.3m, opened.Scenario.Segments[0].Conversion.Value);
        Assert.Equal([Range], (await owner.Send(new ListVersions.Query(id))).Versions[0].Changes.Select(c => c.Path));
    }

    [Fact]
    public async Task A_segment_that_is_gone_is_told_and_nothing_at_all_is_saved()
    {
        var (owner, id) = await GivenAsync(Examples.Article);
        var before = await owner.Send(new OpenScenario.Query(id));
        var lost = Examples.Path(Examples.Banks, "priceRange");

        var result = await owner.Send(new ChangeScenario.Command(
            id, [ScenarioChange.To(Range, new PriceRange(Lowest: 50)), ScenarioChange.To(lost, new PriceRange(Lowest: 50))]));

        Assert.Equal([lost], Assert.IsType<ChangeScenario.Result.Gone>(result).Paths);
        var after = await owner.Send(new OpenScenario.Query(id));
        Assert.Empty(ScenarioDiff.Between(before.Scenario, after.Scenario));
        Assert.Equal((before.Revision, before.LatestVersion), (after.Revision, after.LatestVersion));
    }

    [Fact]
    public async Task What_is_there_already_makes_no_version()
    {
        var (owner, id) = await GivenAsync(Whole);
        var before = await owner.Send(new OpenScenario.Query(id));

        await ChangeAsync(owner, id, ScenarioChange.To(Range, new PriceRange(49, 199, 10, 9)));

        Assert.Equal(before.LatestVersion, (await owner.Send(new OpenScenario.Query(id))).LatestVersion);
    }

    [Fact]
    public async Task A_changed_number_loses_its_provenance_or_gets_the_new_one_and_the_others_keep_theirs()
    {
        var (owner, id) = await GivenAsync(Examples.Marked);
        var source = new Provenance(ProvenanceKind.Experiment, "Measured.");

        await owner.Send(new ChangeScenario.Command(
            id, [ScenarioChange.To(Price, (Estimate?)(Estimate)120m), ScenarioChange.To(Conversion, (Estimate?)(Estimate)0.17m)],
            new Dictionary<string, Provenance?> { [Conversion] = source }));

        var provenance = (await owner.Send(new OpenScenario.Query(id))).Scenario.Provenance;
        Assert.Equal(source, provenance[Conversion]);
        Assert.Equal(
            Examples.Marked.Provenance.Keys.Where(path => path != Price).Order(), provenance.Keys.Order());
    }

    [Fact]
    public async Task Provenance_alone_is_given_and_taken_away()
    {
        var (owner, id) = await GivenAsync(Examples.Article);
        var guess = new Provenance(ProvenanceKind.Guess, "Felt right.");

        await owner.Send(new ChangeScenario.Command(id, [], new Dictionary<string, Provenance?> { [Conversion] = guess }));
        Assert.Equal(guess, (await owner.Send(new OpenScenario.Query(id))).Scenario.Provenance[Conversion]);

        await owner.Send(new ChangeScenario.Command(id, [], new Dictionary<string, Provenance?> { [Conversion] = null }));
        Assert.Empty((await owner.Send(new OpenScenario.Query(id))).Scenario.Provenance);
    }

    [Fact]
    public async Task Bounds_that_cross_are_refused_at_their_path()
    {
        var (owner, id) = await GivenAsync(Examples.Article);

        var refusal = await Assert.ThrowsAsync<ValidationException>(() =>
            owner.Send(new ChangeScenario.Command(id, [ScenarioChange.To(Range, new PriceRange(200, 100))])));

        Assert.Equal($"{Range}/highest", Assert.Single(refusal.Errors).PropertyName);
        Assert.Null((await owner.Send(new OpenScenario.Query(id))).Scenario.Segments[0].PriceRange);
    }

    [Fact]
    public async Task The_editor_keeps_what_other_pages_have_set_even_if_its_page_knows_nothing_of_it()
    {
        var (owner, id) = await GivenAsync(Whole);
        var editor = await ScenarioEditor.OpenAsync(owner, id);

        await editor.SaveAsync(Examples.Article.WithPrice(120));

        var saved = (await owner.Send(new OpenScenario.Query(id))).Scenario;
        Assert.Equal([Price], ScenarioDiff.Between(Whole, saved).Select(change => change.Path));
    }

    [Fact]
    public async Task A_segment_that_the_editor_removes_takes_what_it_had_with_it()
    {
        var banks = Examples.Article.Segments[0] with { Id = Examples.Banks, Name = "Banks" };
        var (owner, id) = await GivenAsync(Examples.Article with { Segments = [Examples.Article.Segments[0], banks with { Lifecycle = new Lifecycle { Churn = 0.1m } }] });
        var editor = await ScenarioEditor.OpenAsync(owner, id);

        await editor.SaveAsync(Examples.Article);

        Assert.Empty(ScenarioDiff.Between(Examples.Article, (await owner.Send(new OpenScenario.Query(id))).Scenario));
    }

    [Theory]
    [InlineData(SaveScenario.Choice.Both)]
    [InlineData(SaveScenario.Choice.Mine)]
    public async Task After_a_conflict_the_editor_keeps_what_other_pages_have_set_meanwhile(SaveScenario.Choice choice)
    {
        var (owner, id) = await GivenAsync(Examples.Article);
        var editor = await ScenarioEditor.OpenAsync(owner, id);
        var edited = editor.Content.WithPrice(120);
        var segment = Whole.Segments[0];
        await ChangeAsync(
            owner, id,
            ScenarioChange.To(Examples.Path(Examples.Shops, "demand"), segment.Demand),
            ScenarioChange.To(Range, segment.PriceRange),
            ScenarioChange.To(Examples.Path(Examples.Shops, "lifecycle"), segment.Lifecycle),
            ScenarioChange.To("projection", Whole.Projection),
            ScenarioChange.To($"capacities/{Whole.Capacities[0].Id}", Whole.Capacities[0]),
            ScenarioChange.To($"correlations/{Whole.Correlations[0].Id}", Whole.Correlations[0]),
            ScenarioChange.To($"experiments/{Whole.Experiments[0].Id}", Whole.Experiments[0]),
            ScenarioChange.To($"actuals/{Whole.Actuals[0].Id}", Whole.Actuals[0]));

        var conflict = await editor.SaveIntoConflictAsync(edited);
        await editor.SaveAsync(edited, choice, conflict.Revision);

        Assert.Equal([Price], conflict.MyChanges.Select(change => change.Path));
        var saved = (await owner.Send(new OpenScenario.Query(id))).Scenario;
        Assert.Equal([Price], ScenarioDiff.Between(Whole, saved).Select(change => change.Path));
    }

    [Fact]
    public async Task A_viewer_changes_nothing()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var id = await planner.GivenStoredScenarioAsync(organisation, Examples.Article);
        var viewer = planner.As(await planner.GivenMemberAsync(organisation, Role.Viewer), organisation);

        await Assert.ThrowsAsync<ProfitPlanner.Application.Pipeline.ForbiddenException>(() =>
            viewer.Send(new ChangeScenario.Command(id, [ScenarioChange.To(Range, new PriceRange(Lowest: 50))])));

        Assert.Null((await viewer.Send(new OpenScenario.Query(id))).Scenario.Segments[0].PriceRange);
    }

    private static async Task ChangeAsync(Sender owner, Guid id, params ScenarioChange[] changes) =>
        Assert.IsType<ChangeScenario.Result.Saved>(await owner.Send(new ChangeScenario.Command(id, changes)));

    private async Task<(Sender Owner, Guid Id)> GivenAsync(Scenario content)
    {
        var organisation = await planner.GivenOrganisationAsync();
        return (planner.As(organisation.Owner, organisation), await planner.GivenStoredScenarioAsync(organisation, content));
    }
}
