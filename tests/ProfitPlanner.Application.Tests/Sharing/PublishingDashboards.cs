using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Evidence;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Scenarios.Templates;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Application.Tests.Scenarios;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Decisions;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Sharing;

/// <summary>What a founder publishes is what a viewer gets, and nothing else.</summary>
public sealed class PublishingDashboards(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static readonly string Conversion = Examples.Path(Examples.Shops, "conversion");
    private static readonly string Price = Examples.Path(Examples.Shops, "revenue/price");

    private static readonly Scenario Secretive = Examples.Article.WithSegment(Examples.Shops, segment => segment with
    {
        Conversion = new Estimate(new BetaDistribution(20, 80)),
        Revenue = new Subscription(new Estimate(new NormalDistribution(100, 5))),
    }) with
    {
        Notes = "Nobody outside must know",
        Actuals = [MonthlyActual.Of(new DateOnly(2026, 1, 1)) with { Revenue = 12_345 }],
        Experiments = [new PlannedExperiment { Id = Guid.NewGuid(), Name = "Secret survey", Input = Conversion, Cost = 1 }],
        Capacities = [new Capacity { Id = Guid.NewGuid(), Name = "Desks", Limit = 5_000, Segments = [Examples.Shops] }],
        Correlations = [new Correlation { Id = Guid.NewGuid(), First = Conversion, Second = Price, Rank = -0.5m }],
        Provenance = new Dictionary<string, Provenance>
        {
            [Conversion] = new(ProvenanceKind.Survey, "Asked forty shops") { Link = "https://example.com/survey", Date = new DateOnly(2026, 2, 3) },
            [Price] = new(ProvenanceKind.Guess, "Felt right"),
        },
    };

    [Fact]
    public async Task A_link_opens_what_was_published_and_only_the_hash_of_its_token_is_kept()
    {
        var (organisation, owner) = await GivenAsync();
        var scenario = await planner.GivenStoredScenarioAsync(organisation, Examples.Article);

        var created = await owner.Send(new CreateShareLink.Command(Settings(), Choice(scenario)));

        Assert.Equal(43, created.Token.Length);
        Assert.Equal($"https://planner.example/s/{created.Token}", created.Address.ToString());
        var opened = await OpenedAsync(created.Token);
        Assert.Equal(("Seed round", organisation.Name, 1), (opened.Content.Title, opened.Content.Organisation, opened.Content.Version));
        Assert.Equal(40_000, opened.Content.Scenarios[0].Results.Profit.Profit);
        Assert.Equal(MetricDefinitions.Current, opened.Content.Definitions);
        await using var db = planner.Database.AsOwner();
        var link = await db.ShareLinks.IgnoreQueryFilters().SingleAsync(each => each.Id == created.Id, TestContext.Current.CancellationToken);
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(created.Token)), link.TokenHash);
        var snapshot = await db.ShareSnapshots.IgnoreQueryFilters().SingleAsync(each => each.LinkId == created.Id, TestContext.Current.CancellationToken);
        Assert.Equal((organisation.Owner.Id, opened.Hash), (snapshot.PublishedBy, Convert.ToHexStringLower(snapshot.Hash)));
        Assert.Equal(SHA256.HashData(Encoding.UTF8.GetBytes(snapshot.Content)), snapshot.Hash);
        Assert.DoesNotContain(await planner.EveryRowOfAsync(organisation), row => row.Contains(created.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_that_is_the_founders_alone_and_no_id_of_the_app_is_in_a_snapshot()
    {
        var (organisation, owner) = await GivenAsync();
        var scenario = await planner.GivenStoredScenarioAsync(organisation, Secretive);
        var created = await owner.Send(new CreateShareLink.Command(Settings(), Choice(scenario)));

        var content = await WrittenAsync(organisation, created.Id);

        Guid[] ids =
        [
            organisation.Id, organisation.Owner.Id, created.Id, scenario, Examples.Shops, Examples.Rent,
            Secretive.Experiments[0].Id, Secretive.Capacities[0].Id, Secretive.Correlations[0].Id,
        ];
        Assert.All(ids, id => Assert.DoesNotContain(id.ToString(), content, StringComparison.OrdinalIgnoreCase));
        Assert.All(["Nobody outside", "Secret survey", "12345", "forty shops", "Felt right"], secret => Assert.DoesNotContain(secret, content, StringComparison.Ordinal));
    }

    [Fact]
    public async Task New_ids_still_mean_the_same_within_the_scenario()
    {
        var (organisation, owner) = await GivenAsync();
        var scenario = await planner.GivenStoredScenarioAsync(organisation, Secretive);
        var created = await owner.Send(new CreateShareLink.Command(Settings(), Choice(scenario)));

        var shared = (await OpenedAsync(created.Token)).Content.Scenarios[0];

        var inputs = shared.Scenario.Inputs().Select(input => input.Path).ToList();
        Assert.Equal(inputs, shared.Assumptions.Select(assumption => assumption.Path));
        Assert.Contains(shared.Scenario.Correlations[0].First, inputs);
        Assert.Contains(shared.Scenario.Correlations[0].Second, inputs);
        Assert.Equal(shared.Scenario.Segments[0].Id, shared.Scenario.Capacities[0].Segments[0]);
        Assert.Empty(shared.Scenario.Problems());
        Assert.Equal(20_000, shared.Results.Simulation!.Trials);
        Assert.Equal(2_000, shared.Results.Fan!.Runs);
    }

    [Fact]
    public async Task Ids_are_the_same_in_every_snapshot_of_a_link_and_others_under_another()
    {
        var (organisation, owner) = await GivenAsync();
        var scenario = await planner.GivenStoredScenarioAsync(organisation, Examples.Article);
        var created = await owner.Send(new CreateShareLink.Command(Settings(), Choice(scenario)));
        var other = await owner.Send(new CreateShareLink.Command(Settings(), Choice(scenario)));
        var first = (await OpenedAsync(created.Token)).Content;

        await owner.Send(new PublishSnapshot.Command(created.Id, Choice(scenario)));

        var second = (await OpenedAsync(created.Token)).Content;
        Assert.Empty(ScenarioDiff.Between(first.Scenarios[0].Scenario, second.Scenarios[0].Scenario));
        Assert.Equal(first.Scenarios[0].Id, second.Scenarios[0].Id);
        var elsewhere = (await OpenedAsync(other.Token)).Content;
        Assert.NotEqual(first.Scenarios[0].Id, elsewhere.Scenarios[0].Id);
        Assert.NotEqual(first.Scenarios[0].Scenario.Segments[0].Id, elsewhere.Scenarios[0].Scenario.Segments[0].Id);
    }

    [Fact]
    public async Task Evidence_goes_out_as_far_as_the_founder_allows()
    {
        var (organisation, owner) = await GivenAsync();
        var scenario = await GivenEvidenceAsync(organisation, owner);
        async Task<SharedAssumption> AtAsync(EvidenceDepth depth)
        {
            var created = await owner.Send(new CreateShareLink.Command(Settings(), Choice(scenario) with { Depth = depth }));
            return (await OpenedAsync(created.Token)).Content.Scenarios[0].Assumptions.Single(each => each.Path.EndsWith("/conversion", StringComparison.Ordinal));
        }

        var (grade, reasons, sentences) = (await AtAsync(EvidenceDepth.Grade), await AtAsync(EvidenceDepth.Reasons), await AtAsync(EvidenceDepth.Sentences));

        Assert.Equal((ProvenanceKind.Transcripts, null, null), (grade.Grade, grade.Reason, grade.Signal));
        Assert.Equal("A fifth ask.", reasons.Reason);
        Assert.Equal(10, reasons.Signal!.Conversations);
        Assert.Equal(0.5, reasons.Signal.Share.Plain, 1e-12);
        Assert.Equal(["Get a product"], reasons.Signal.Intents.Select(intent => intent.Name));
        Assert.Empty(reasons.Sentences);
        // The clearest first, one of each conversation, and none of those about something else.
        Assert.Equal(["Where do I buy number 4 of [NAME]?", "Where do I buy number 3 of [NAME]?", "Where do I buy number 2 of [NAME]?"], sentences.Sentences);
    }

    [Fact]
    public async Task Only_the_numbers_that_the_founder_lets_out_can_be_looked_behind()
    {
        var (organisation, owner) = await GivenAsync();
        var scenario = await planner.GivenStoredScenarioAsync(organisation, Secretive);
        var choice = Choice(scenario) with { Depth = EvidenceDepth.Reasons, Inputs = [new(scenario, Conversion)] };

        var created = await owner.Send(new CreateShareLink.Command(Settings(), choice));

        var assumption = Assert.Single((await OpenedAsync(created.Token)).Content.Scenarios[0].Assumptions);
        Assert.EndsWith("/conversion", assumption.Path, StringComparison.Ordinal);
        Assert.Equal((ProvenanceKind.Survey, "Asked forty shops", "https://example.com/survey", new DateOnly(2026, 2, 3)), (assumption.Grade, assumption.Reason, assumption.Link, assumption.Date));
    }

    [Fact]
    public async Task Demand_is_shown_of_everybody_and_of_each_segment_where_it_is_chosen()
    {
        var (organisation, owner) = await GivenAsync();
        var scenario = await GivenEvidenceAsync(organisation, owner);
        await planner.GivenSegmentAsync(organisation);
        async Task<IReadOnlyList<SharedDemand>> WithAsync(params DashboardPart[] parts)
        {
            var created = await owner.Send(new CreateShareLink.Command(Settings(), Choice(scenario) with { Parts = parts }));
            return (await OpenedAsync(created.Token)).Content.Scenarios[0].Demand;
        }

        Assert.Empty(await WithAsync(DashboardPart.Waterfall));
        var demand = await WithAsync(DashboardPart.Demand);

        Assert.Equal([null, "English"], demand.Select(row => row.Segment).Distinct());
        var everybody = demand.Where(row => row.Segment is null).ToList();
        Assert.All(everybody, row => Assert.Equal(11, row.Conversations));
        Assert.Equal([6L, 5L], everybody.Select(row => row.Share.Given));
        Assert.InRange(everybody[0].Share.Plain, everybody[0].Share.PlainLow, everybody[0].Share.PlainHigh);
        Assert.All(demand.Where(row => row.Segment == "English"), row => Assert.Equal(11, row.Conversations));
    }

    [Fact]
    public async Task In_another_currency_every_result_is_worth_the_rate()
    {
        var (organisation, owner) = await GivenAsync();
        var (euro, dollar) = (
            await planner.GivenStoredScenarioAsync(organisation, Examples.Article),
            await planner.GivenStoredScenarioAsync(organisation, Examples.Article with { Name = "Abroad", Currency = Currency.Of("USD") }));
        var choice = Choice(euro, dollar) with { In = new("USD", 1.1m, new DateOnly(2026, 11, 28)) };

        var created = await owner.Send(new CreateShareLink.Command(Settings(), choice));

        var content = (await OpenedAsync(created.Token)).Content;
        Assert.Equal(new SharedConversion("EUR", 1.1m, new DateOnly(2026, 11, 28)), content.Conversion);
        Assert.Equal(["USD", "USD"], content.Scenarios.Select(each => each.Scenario.Currency.Code));
        Assert.Equal([44_000, 40_000], content.Scenarios.Select(each => each.Results.Profit.Profit));
        Assert.Equal([1.1 * 40_000, 40_000], content.Scenarios.Select(each => each.Results.Projection.Months[0].Profit));
    }

    [Fact]
    public async Task Scenarios_that_do_not_end_in_one_currency_are_refused()
    {
        var (organisation, owner) = await GivenAsync();
        var (euro, dollar, pound) = (
            await planner.GivenStoredScenarioAsync(organisation, Examples.Article),
            await planner.GivenStoredScenarioAsync(organisation, Examples.Article with { Currency = Currency.Of("USD") }),
            await planner.GivenStoredScenarioAsync(organisation, Examples.Article with { Currency = Currency.Of("GBP") }));
        var uncertain = await planner.GivenStoredScenarioAsync(organisation, Examples.Article.WithSegment(Examples.Shops, segment => segment with
        {
            Demand = new ConstantElasticityDemand(6.4m, new Estimate(new NormalDistribution(1.5, 0.1))),
        }));
        var yen = new ShareChoice.Conversion("JPY", 160, new DateOnly(2026, 11, 28));

        Assert.Equal("MixedCurrencies", await CodeAsync(owner, Settings(), Choice(euro, dollar)));
        Assert.Equal("MixedCurrencies", await CodeAsync(owner, Settings(), Choice(euro, dollar, pound) with { In = new("USD", 1.1m, default) }));
        Assert.Equal("UncertainElasticity", await CodeAsync(owner, Settings(), Choice(uncertain) with { In = yen }));
        var rich = await planner.GivenStoredScenarioAsync(organisation, Examples.Article.WithPrice(900_000_000_000));
        Assert.Equal("TooLarge", await CodeAsync(owner, Settings(), Choice(rich) with { In = yen }));
        Assert.Empty(await owner.Send(new ListShareLinks.Query()));
    }

    [Fact]
    public async Task Every_template_can_be_shown_in_another_currency()
    {
        var (organisation, owner) = await GivenAsync();
        foreach (var template in new TemplateCatalogue().All)
        {
            var scenario = template.ToScenario(TemplateLanguage.English);
            var converted = scenario.In(Currency.Of("JPY"), 157.3m)!;
            Assert.Empty(converted.Problems());
            Assert.Equal(157.3 * (double)scenario.Evaluate().Profit, (double)converted.Evaluate().Profit, 1e-6 * (1 + (double)scenario.Evaluate().Revenue * 157));
            var (before, after) = (scenario.Project().Months[^1], converted.Project().Months[^1]);
            Assert.Equal(157.3 * before.CashEnd, after.CashEnd, 1e-9 * (1 + Math.Abs(after.CashEnd)));
            Assert.Equal(before.CustomersEnd, after.CustomersEnd, 1e-9 * (1 + before.CustomersEnd));
        }
        var sample = await planner.GivenStoredScenarioAsync(organisation, new TemplateCatalogue().All[0].ToScenario(TemplateLanguage.Chinese));
        var created = await owner.Send(new CreateShareLink.Command(Settings() with { Culture = CultureInfo.GetCultureInfo("zh-Hans") }, Choice(sample)));
        Assert.Equal("zh-Hans", (await OpenedAsync(created.Token)).Culture.Name);
    }

    [Fact]
    public async Task The_address_is_mailed_to_those_who_may_open_it_in_the_links_language()
    {
        var (organisation, owner) = await GivenAsync();
        var scenario = await planner.GivenStoredScenarioAsync(organisation, Examples.Article);
        var (one, two) = ($"one-{Guid.NewGuid():N}@example.com", $"two-{Guid.NewGuid():N}@example.com");
        var settings = Settings() with { Emails = [$" {one.ToUpperInvariant()}", two, one], Culture = CultureInfo.GetCultureInfo("zh-Hans") };

        var created = await owner.Send(new CreateShareLink.Command(settings, Choice(scenario)));

        var mail = Assert.Single(await planner.MailsToAsync(one));
        Assert.Contains("共享", mail.Subject, StringComparison.Ordinal);
        Assert.Contains(created.Address.ToString(), mail.Body, StringComparison.Ordinal);
        Assert.Single(await planner.MailsToAsync(two));
        Assert.Equal([one, two], (await owner.Send(new OpenShareLink.Query(created.Id))).Settings.Emails);
    }

    [Fact]
    public async Task The_founder_hears_of_the_first_look_and_of_no_other()
    {
        var (organisation, owner) = await GivenAsync();
        var scenario = await planner.GivenStoredScenarioAsync(organisation, Examples.Article);
        var created = await owner.Send(new CreateShareLink.Command(Settings(), Choice(scenario)));

        await OpenedAsync(created.Token);
        await OpenedAsync(created.Token);

        Assert.Single(await planner.MailsToAsync(organisation.Owner.Email), mail => mail.Subject.Contains("Seed round", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Publishing_again_shows_the_scenario_as_it_is_by_then_and_keeps_the_earlier_snapshot()
    {
        var (organisation, owner) = await GivenAsync();
        var scenario = await planner.GivenStoredScenarioAsync(organisation, Examples.Article);
        var created = await owner.Send(new CreateShareLink.Command(Settings(), Choice(scenario)));
        var first = await WrittenAsync(organisation, created.Id);
        await owner.Send(new ChangeScenario.Command(scenario, [ScenarioChange.To(Price, (Estimate?)110m)]));
        Assert.Equal(40_000, (await OpenedAsync(created.Token)).Content.Scenarios[0].Results.Profit.Profit);

        Assert.Equal(2, (await owner.Send(new PublishSnapshot.Command(created.Id, Choice(scenario)))).Number);

        var opened = await OpenedAsync(created.Token);
        Assert.Equal((2, 60_000m), (opened.Content.Version, opened.Content.Scenarios[0].Results.Profit.Profit));
        Assert.Equal(first, await WrittenAsync(organisation, created.Id));
        var link = await owner.Send(new OpenShareLink.Query(created.Id));
        Assert.Equal([2, 1], link.Snapshots.Select(snapshot => snapshot.Number));
        Assert.Equal(opened.Hash, link.Snapshots[0].Hash);
        Assert.All(link.Snapshots, snapshot => Assert.Equal(organisation.Owner.Name, snapshot.PublishedBy));
    }

    [Fact]
    public async Task The_next_snapshot_begins_with_the_choices_of_the_last()
    {
        var (organisation, owner) = await GivenAsync();
        var (one, two) = (await planner.GivenStoredScenarioAsync(organisation, Secretive), await planner.GivenStoredScenarioAsync(organisation, Examples.Article));
        var choice = new ShareChoice
        {
            Scenarios = [two, one],
            Parts = [DashboardPart.Cash, DashboardPart.Tornado],
            Depth = EvidenceDepth.Reasons,
            Inputs = [new(two, Conversion), new(one, Price), new(one, "variableCost")],
            In = new("USD", 1.25m, new DateOnly(2026, 11, 1)),
        };
        var created = await owner.Send(new CreateShareLink.Command(Settings(), choice));

        var next = (await owner.Send(new OpenShareLink.Query(created.Id))).Choice;

        Assert.Equal((choice.Depth, choice.In), (next.Depth, next.In));
        Assert.Equal(choice.Scenarios, next.Scenarios);
        Assert.Equal(choice.Parts, next.Parts);
        Assert.Equivalent(choice.Inputs, next.Inputs);
        // All of them stays all of them, whatever is added.
        await owner.Send(new PublishSnapshot.Command(created.Id, choice with { Inputs = null }));
        Assert.Null((await owner.Send(new OpenShareLink.Query(created.Id))).Choice.Inputs);
        await owner.Send(new ShelveScenario.Command(two, ListScenarios.Shelf.Deleted));
        Assert.Equal([one], (await owner.Send(new OpenShareLink.Query(created.Id))).Choice.Scenarios);
    }

    [Fact]
    public async Task Scenarios_of_others_and_deleted_ones_cannot_be_published()
    {
        var (organisation, owner) = await GivenAsync();
        var (mine, deleted) = (await planner.GivenStoredScenarioAsync(organisation, Examples.Article), await planner.GivenStoredScenarioAsync(organisation, Examples.Article));
        await owner.Send(new ShelveScenario.Command(deleted, ListScenarios.Shelf.Deleted));
        var others = await planner.GivenStoredScenarioAsync(await planner.GivenOrganisationAsync(), Examples.Article);
        var created = await owner.Send(new CreateShareLink.Command(Settings(), Choice(mine)));

        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new CreateShareLink.Command(Settings(), Choice(mine, others))));
        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new PublishSnapshot.Command(created.Id, Choice(deleted))));
        Assert.Single((await owner.Send(new OpenShareLink.Query(created.Id))).Snapshots);
    }

    [Fact]
    public async Task What_is_typed_wrongly_is_named()
    {
        var (organisation, owner) = await GivenAsync();
        var scenario = await planner.GivenStoredScenarioAsync(organisation, Examples.Article);
        var (settings, choice) = (Settings(), Choice(scenario));
        var today = DateOnly.FromDateTime(planner.Clock.GetUtcNow().UtcDateTime);

        Assert.Equal("Missing", await CodeAsync(owner, settings with { Name = " " }, choice));
        Assert.Equal("Past", await CodeAsync(owner, settings with { Until = today.AddDays(-1) }, choice));
        Assert.Equal("TooFar", await CodeAsync(owner, settings with { Until = today.AddYears(2).AddDays(1) }, choice));
        Assert.Equal("Length", await CodeAsync(owner, settings with { Passcode = "12345" }, choice));
        Assert.Equal("NotAnEmail", await CodeAsync(owner, settings with { Emails = ["nobody"] }, choice));
        Assert.Equal("TooMany", await CodeAsync(owner, settings with { Emails = [.. Enumerable.Range(0, 51).Select(i => $"a{i}@example.com")] }, choice));
        Assert.Equal("OutOfRange", await CodeAsync(owner, settings with { MostVisits = 0 }, choice));
        Assert.Equal("NeedsEmails", await CodeAsync(owner, settings with { HasWatermark = true }, choice));
        Assert.Equal("Missing", await CodeAsync(owner, settings, choice with { Scenarios = [] }));
        Assert.Equal("TooMany", await CodeAsync(owner, settings, choice with { Scenarios = [.. Enumerable.Range(0, 11).Select(_ => Guid.NewGuid())] }));
        Assert.Equal("Unknown", await CodeAsync(owner, settings, choice with { In = new("EURO", 1, default) }));
        Assert.Equal("OutOfRange", await CodeAsync(owner, settings, choice with { In = new("USD", 0, default) }));
    }

    private static async Task<string> CodeAsync(Sender sender, ShareSettings settings, ShareChoice choice) =>
        Assert.Single((await Assert.ThrowsAsync<ValidationException>(() => sender.Send(new CreateShareLink.Command(settings, choice)))).Errors).ErrorCode;

    private static ShareSettings Settings() => KeepingShareLinks.Settings();

    private static ShareChoice Choice(params Guid[] scenarios) => KeepingShareLinks.Choice(scenarios);

    private async Task<(GivenOrganisation Organisation, Sender Owner)> GivenAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        return (organisation, planner.As(organisation.Owner, organisation));
    }

    /// <summary>A scenario whose conversion was taken over from ten conversations, five of which ask for the product.</summary>
    private async Task<Guid> GivenEvidenceAsync(GivenOrganisation organisation, Sender owner)
    {
        var scenario = await planner.GivenStoredScenarioAsync(organisation, Examples.Article);
        await planner.GivenTranscriptsAsync(organisation,
        [
            .. Enumerable.Range(0, 10).Select(i => new GivenConversation(
                new GivenTurn(Speaker.Customer, "ok", i < 5 ? "get_product" : "fees_and_pricing", Confidence: 0.99f),
                new GivenTurn(Speaker.Customer, i < 5 ? $"Where do I buy number {i} of [NAME]?" : "How much does it cost?", i < 5 ? "get_product" : "fees_and_pricing", Confidence: 0.5f + i / 100f))),
        ]);
        var proposed = Assert.IsType<ProposeEvidence.Result.Proposed>(
            await owner.Send(new ProposeEvidence.Command(scenario, Conversion, new SignalQuery(["get_product"], null, null, null), EvidenceAssumptions.Usual)));
        var seen = (await owner.Send(new OpenEvidence.Query(proposed.Id))).Seen!;
        Assert.IsType<AcceptEvidence.Result.Accepted>(await owner.Send(new AcceptEvidence.Command(proposed.Id, seen, "A fifth ask.")));
        return scenario;
    }

    private async Task<OpenDashboard.Result> OpenedAsync(string token) =>
        (await planner.AsAnybody().Send(new OpenDashboard.Command(token, null, BeginsVisit: true)))!;

    private async Task<string> WrittenAsync(GivenOrganisation organisation, Guid link)
    {
        await using var db = planner.Database.AsOwner();
        return await db.ShareSnapshots.IgnoreQueryFilters().Where(s => s.OrganisationId == organisation.Id && s.LinkId == link && s.Number == 1)
            .Select(s => s.Content).SingleAsync(TestContext.Current.CancellationToken);
    }
}
