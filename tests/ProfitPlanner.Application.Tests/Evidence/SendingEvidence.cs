using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Evidence;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Application.Tests.Scenarios;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Evidence;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.ProfitModel.Demand;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Evidence;

/// <summary>An analyst sends what demand says to a scenario; a founder takes it over, or does not.</summary>
public sealed class SendingEvidence(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static readonly string Conversion = Examples.Path(Examples.Shops, "conversion");
    private static readonly string Potential = Examples.Path(Examples.Shops, "potentialCustomers");
    private static readonly string Churn = Examples.Path(Examples.Shops, "lifecycle/churn");

    private static readonly SignalQuery Asks = new(["get_product"], null, null, null);
    private static readonly EvidenceAssumptions AThird = new(new Estimate(1m / 3), 0.1m);

    [Fact]
    public async Task A_signal_is_measured_from_what_is_stored()
    {
        var given = await GivenAsync();

        var found = await given.Analyst.Send(new PreviewEvidence.Query(given.Scenario, Conversion, Asks, AThird));

        var signal = found.Signal!;
        Assert.Equal((100L, 20L, 1), (signal.Conversations, signal.Share.Given, signal.ModelNumber));
        Assert.Equal(0.2, signal.Share.Corrected, 1e-12);
        Assert.False(signal.IsCorrected);
        Assert.Equal("get_product", Assert.Single(signal.Intents).Key);
        // Wilson's interval of 20 of 100.
        Assert.Equal(0.1333669, signal.Share.Low, 1e-6);
        Assert.Equal(0.2888292, signal.Share.High, 1e-6);
    }

    [Fact]
    public async Task Segment_and_months_are_those_that_were_asked_for()
    {
        var given = await GivenAsync();

        var january = await given.Analyst.Send(new PreviewEvidence.Query(given.Scenario, Conversion, Asks with { From = new(2026, 1, 15), To = new(2026, 1, 21) }, AThird));
        var small = await given.Analyst.Send(new PreviewEvidence.Query(given.Scenario, Conversion, Asks with { Segment = given.Segment }, AThird));

        Assert.Equal((50L, 10L), (january.Signal!.Conversations, january.Signal.Share.Given));
        // From the tenth on, which is less than a month.
        Assert.Equal(1, january.Signal.Months);
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 1)), (january.Signal.From, january.Signal.To));
        Assert.Equal((40L, 20L, "SMB"), (small.Signal!.Conversations, small.Signal.Share.Given, small.Signal.Segment!.Name));
        await Assert.ThrowsAsync<NotFoundException>(() => given.Analyst.Send(new PreviewEvidence.Query(given.Scenario, Conversion, Asks with { Segment = Guid.NewGuid() }, AThird)));
    }

    [Fact]
    public async Task Known_errors_of_the_model_are_allowed_for()
    {
        var given = await GivenAsync();
        // Of 1,000 who ask 800 are told; of 1,000 others 100 are taken for them: (0.2 − 0.1) / (0.8 − 0.1).
        await GivenConfusionAsync(given.Organisation, """{ "labels": ["fees_and_pricing", "get_product"], "counts": [[900, 100, 0], [200, 800, 0], [0, 0, 100]] }""");

        var share = (await given.Analyst.Send(new PreviewEvidence.Query(given.Scenario, Conversion, Asks, AThird))).Signal!;

        Assert.True(share.IsCorrected);
        Assert.Equal(0.2, share.Share.Plain, 1e-12);
        Assert.Equal(1 / 7.0, share.Share.Corrected, 0.02);
        Assert.InRange(share.Share.Low, 0, 0.1);
        Assert.InRange(share.Share.High, 0.2, 0.35);
    }

    [Fact]
    public async Task What_the_models_errors_explain_proposes_nothing()
    {
        var given = await GivenAsync();
        // Three in ten of the others are taken for it, which is more than were.
        await GivenConfusionAsync(given.Organisation, """{ "labels": ["fees_and_pricing", "get_product"], "counts": [[700, 300, 0], [100, 900, 0], [0, 0, 100]] }""");

        var found = await given.Analyst.Send(new PreviewEvidence.Query(given.Scenario, Conversion, Asks, AThird));

        Assert.Equal(20, found.Signal!.Share.Given);
        Assert.Equal((EvidenceRefusal.NothingSeen, null), (found.Refusal, found.Arithmetic!.Proposal));
    }

    [Fact]
    public async Task Months_are_those_of_all_conversations_within_the_ones_that_were_chosen()
    {
        var given = await GivenAsync();
        async Task<double?> MonthsAsync(SignalQuery signal) => (await given.Analyst.Send(new PreviewEvidence.Query(given.Scenario, Potential, signal, AThird))).Signal!.Months;
        await planner.GivenMoreTranscriptsAsync(given.Organisation, given.Model, given.Upload,
            new GivenConversation(new GivenTurn(Speaker.Customer, "Hello", "fees_and_pricing")) { StartedAt = new DateTimeOffset(2026, 12, 10, 12, 0, 0, TimeSpan.Zero) });
        var day = 12 / 365.25;

        // From 10 January to 10 December, though the segment was silent from February on.
        Assert.Equal(334 * day, (await MonthsAsync(Asks with { Segment = given.Segment }))!.Value, 1e-9);
        // Nobody has uploaded what comes after 10 December.
        Assert.Equal(334 * day, (await MonthsAsync(Asks with { To = new(2030, 1, 1) }))!.Value, 1e-9);
        Assert.Equal(28 * day + 31 * day, (await MonthsAsync(Asks with { From = new(2026, 2, 1), To = new(2026, 3, 1) }))!.Value, 1e-9);
        await planner.GivenUndatedAsync(given.Organisation, given.Model, given.Upload);
        Assert.Null(await MonthsAsync(Asks with { From = new(2026, 2, 1) }));
    }

    [Fact]
    public async Task A_conversion_is_the_share_times_those_who_buy()
    {
        var given = await GivenAsync();

        var found = await given.Analyst.Send(new PreviewEvidence.Query(given.Scenario, Conversion, Asks, AThird));

        var beta = Assert.IsType<BetaDistribution>(found.Arithmetic!.Proposal!.Value.Distribution);
        Assert.Equal(0.2 / 3, beta.ExpectedValue, 1e-9);
        // Deviation of the share, a third of it: (0.2888292 − 0.1333669) / (2 · 1.959964) / 3.
        Assert.Equal(0.0132198, beta.StandardDeviation, 1e-6);
        Assert.Equal(0.2m, found.Before!.Value.Value);
        Assert.Equal(["share", "takers"], found.Arithmetic.Parts.Select(part => part.Name));
    }

    [Fact]
    public async Task Potential_customers_are_who_asks_in_a_month_over_how_often_one_writes()
    {
        var given = await GivenAsync();

        var found = await given.Analyst.Send(new PreviewEvidence.Query(given.Scenario, Potential, Asks with { From = new(2026, 1, 1), To = new(2026, 2, 1) }, AThird));

        // 0.2 · 100 conversations in 31 days / 0.1 a month.
        var months = 31 / (365.25 / 12);
        var number = Assert.IsType<LognormalDistribution>(found.Arithmetic!.Proposal!.Value.Distribution);
        Assert.Equal(0.2 * 100 / months / 0.1, number.ExpectedValue, 1e-6);
        var variation = 0.0396593 / 0.2;
        Assert.Equal(number.ExpectedValue * Math.Sqrt((1 + variation * variation) * (1 + 1 / 100.0) - 1), number.StandardDeviation, 1e-3);
    }

    [Fact]
    public async Task Churn_is_the_share_times_how_often_one_writes_times_those_who_leave()
    {
        var given = await GivenAsync();

        var found = await given.Analyst.Send(new PreviewEvidence.Query(given.Scenario, Churn, Asks, new(0.5m, new Estimate(new UniformDistribution(0.1, 0.3)))));

        Assert.Equal(0.2 * 0.2 * 0.5, found.Arithmetic!.Proposal!.Value.Distribution!.ExpectedValue, 1e-9);
        Assert.Equal(["share", "contactRate", "takers"], found.Arithmetic.Parts.Select(part => part.Name));
    }

    [Fact]
    public async Task A_proposal_changes_nothing_until_it_is_accepted_and_then_says_where_the_number_comes_from()
    {
        var given = await GivenAsync();
        var before = await given.Owner.Send(new OpenScenario.Query(given.Scenario));
        var id = await ProposedAsync(given, Conversion);
        Assert.Equal(before.Revision, (await given.Owner.Send(new OpenScenario.Query(given.Scenario))).Revision);

        var opened = await given.Owner.Send(new OpenEvidence.Query(id));
        Assert.Equal((EvidenceState.Proposed, "Analyst", "Seen in the first quarter."), (opened.Entry.State, opened.Entry.ProposedBy, opened.Entry.Remark));
        Assert.IsType<AcceptEvidence.Result.Accepted>(await given.Owner.Send(new AcceptEvidence.Command(id, opened.Seen!, "20% ask.")));

        var after = await given.Owner.Send(new OpenScenario.Query(given.Scenario));
        Assert.Equal(opened.Entry.Proposal, after.Scenario.Segments[0].Conversion);
        var source = after.Scenario.Provenance[Conversion];
        Assert.Equal((ProvenanceKind.Transcripts, "20% ask.", id), (source.Kind, source.Reason, source.Evidence));
        var decided = await given.Owner.Send(new OpenEvidence.Query(id));
        Assert.Equal((EvidenceState.Accepted, given.Organisation.Owner.Name), (decided.Entry.State, decided.Entry.DecidedBy));
        // Before and after stay comparable.
        Assert.Equal(0.2m, decided.Without!.Segments[0].Conversion.Value);
        Assert.Equal(before.LatestVersion + 1, after.LatestVersion);
    }

    [Fact]
    public async Task A_number_that_has_changed_is_not_overwritten_unseen()
    {
        var given = await GivenAsync();
        var id = await ProposedAsync(given, Conversion);
        var seen = (await given.Owner.Send(new OpenEvidence.Query(id))).Seen!;
        await given.Owner.Send(new ChangeScenario.Command(given.Scenario, [ScenarioChange.To(Conversion, (Estimate?)0.25m)]));

        Assert.IsType<AcceptEvidence.Result.Moved>(await given.Owner.Send(new AcceptEvidence.Command(id, seen, "20% ask.")));

        Assert.Equal(0.25m, (await given.Owner.Send(new OpenScenario.Query(given.Scenario))).Scenario.Segments[0].Conversion.Value);
        var opened = await given.Owner.Send(new OpenEvidence.Query(id));
        Assert.True(opened.HasMoved);
        Assert.Equal((0.2m, 0.25m), (opened.Entry.Before.Value, opened.Target!.Input.Estimate.Value));
        // Having seen both, the founder may.
        Assert.IsType<AcceptEvidence.Result.Accepted>(await given.Owner.Send(new AcceptEvidence.Command(id, opened.Seen!, "20% ask.")));
    }

    [Fact]
    public async Task What_is_declined_stays_in_the_list_and_is_decided_once()
    {
        var given = await GivenAsync();
        var (declined, waits) = (await ProposedAsync(given, Conversion), await ProposedAsync(given, Potential));

        Assert.True(await given.Owner.Send(new DeclineEvidence.Command(declined)));
        Assert.False(await given.Owner.Send(new DeclineEvidence.Command(declined)));
        Assert.IsType<AcceptEvidence.Result.Decided>(await given.Owner.Send(new AcceptEvidence.Command(declined, "0.2", "Too late.")));

        var listed = await given.Owner.Send(new ListEvidence.Query(given.Scenario));
        Assert.Equal([(waits, EvidenceState.Proposed), (declined, EvidenceState.Declined)], listed.Entries.Select(entry => (entry.Id, entry.State)));
        Assert.Equal(given.Organisation.Owner.Name, listed.Entries[1].DecidedBy);
        Assert.Equal(0.2m, (await given.Owner.Send(new OpenScenario.Query(given.Scenario))).Scenario.Segments[0].Conversion.Value);
    }

    [Fact]
    public async Task Evidence_stays_as_it_was_measured()
    {
        var given = await GivenAsync();
        var id = await ProposedAsync(given, Conversion);
        await using (var db = planner.Database.AsOwner())
            await db.ConversationIntents.IgnoreQueryFilters().Where(row => row.OrganisationId == given.Organisation.Id).ExecuteDeleteAsync(TestContext.Current.CancellationToken);

        Assert.Equal(100, (await given.Owner.Send(new OpenEvidence.Query(id))).Entry.Content.Signal.Conversations);
        Assert.Equal(EvidenceRefusal.NoConversations, Refusal(await given.Analyst.Send(new ProposeEvidence.Command(given.Scenario, Conversion, Asks, AThird))));
    }

    [Fact]
    public async Task An_analyst_cannot_decide_and_a_viewer_cannot_send_or_read_sentences()
    {
        var given = await GivenAsync();
        var id = await ProposedAsync(given, Conversion);
        var viewer = planner.As(await planner.GivenMemberAsync(given.Organisation, Role.Viewer), given.Organisation);

        await Assert.ThrowsAsync<ForbiddenException>(() => given.Analyst.Send(new AcceptEvidence.Command(id, "0.2", "Mine.")));
        await Assert.ThrowsAsync<ForbiddenException>(() => given.Analyst.Send(new DeclineEvidence.Command(id)));
        await Assert.ThrowsAsync<ForbiddenException>(() => viewer.Send(new ProposeEvidence.Command(given.Scenario, Conversion, Asks, AThird)));
        Assert.False((await viewer.Send(new OpenEvidence.Query(id))).MayReadSentences);
        Assert.True((await given.Analyst.Send(new OpenEvidence.Query(id))).MayReadSentences);
        Assert.False((await viewer.Send(new ListEvidence.Query(given.Scenario))).MayPropose);
    }

    [Fact]
    public async Task Evidence_from_before_intents_had_kinds_still_opens()
    {
        var given = await GivenAsync();

        var opened = await given.Owner.Send(new OpenEvidence.Query(await planner.GivenEvidenceAsync(given.Organisation, given.Scenario, Conversion, 0.2m)));

        Assert.Equal(new NamedIntent("fees_and_pricing", "Fees and pricing", "费用与价格"), Assert.Single(opened.Entry.Content.Signal.Intents));
    }

    [Fact]
    public async Task What_can_propose_nothing_says_why()
    {
        var given = await GivenAsync();
        async Task<EvidenceRefusal?> WhyAsync(string path, SignalQuery signal, EvidenceAssumptions assumptions) =>
            Refusal(await given.Analyst.Send(new ProposeEvidence.Command(given.Scenario, path, signal, assumptions)));

        Assert.Equal(EvidenceRefusal.NothingSeen, await WhyAsync(Conversion, Asks with { Intents = ["refund"] }, AThird));
        Assert.Equal(EvidenceRefusal.NoConversations, await WhyAsync(Conversion, Asks with { From = new(2030, 1, 1) }, AThird));
        Assert.Equal(EvidenceRefusal.OutOfRange, await WhyAsync(Churn, Asks, new(1m, 50m)));
        Assert.Equal(EvidenceRefusal.NoSuchNumber, await WhyAsync("variableCost", Asks, AThird));
        await planner.GivenUndatedAsync(given.Organisation, given.Model, given.Upload);
        Assert.Equal(EvidenceRefusal.NoTimes, await WhyAsync(Potential, Asks, AThird));
        await Assert.ThrowsAsync<ValidationException>(() => WhyAsync(Conversion, Asks with { Intents = [] }, AThird));
        await Assert.ThrowsAsync<ValidationException>(() => WhyAsync(Conversion, Asks, AThird with { Takers = 0 }));
        await Assert.ThrowsAsync<ValidationException>(() => WhyAsync(Conversion, Asks with { From = new(2026, 3, 1), To = new(2026, 1, 1) }, AThird));
        Assert.Empty((await given.Owner.Send(new ListEvidence.Query(given.Scenario))).Entries);
    }

    [Fact]
    public async Task What_can_be_chosen_is_named_and_counted()
    {
        var given = await GivenAsync();

        var choices = await given.Analyst.Send(new ListEvidenceChoices.Query());

        Assert.Equal([("fees_and_pricing", 80L), ("get_product", 20L)], choices.Intents.Select(choice => (choice.Intent.Key, choice.Conversations)));
        Assert.Equal("SMB", Assert.Single(choices.Segments).Name);
        Assert.Equal([Potential, Conversion, Churn], choices.Scenarios.Single(plan => plan.Id == given.Scenario).Targets.Select(target => target.Path));
    }

    private static EvidenceRefusal? Refusal(ProposeEvidence.Result result) => (result as ProposeEvidence.Result.Refused)?.Why;

    private static async Task<Guid> ProposedAsync(Given given, string path) =>
        Assert.IsType<ProposeEvidence.Result.Proposed>(await given.Analyst.Send(new ProposeEvidence.Command(given.Scenario, path, Asks, AThird, "Seen in the first quarter."))).Id;

    /// <summary>A hundred conversations in January and February, a fifth of which ask for the product, all of these from small businesses.</summary>
    private async Task<Given> GivenAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var scenario = await planner.GivenStoredScenarioAsync(organisation, Examples.Article.WithSegment(Examples.Shops, segment => segment with { Lifecycle = new Lifecycle { Churn = 0.05m } }));
        GivenConversation[] conversations =
        [
            .. Enumerable.Range(0, 100).Select(i => new GivenConversation(new GivenTurn(Speaker.Customer, "Hello", i < 20 ? "get_product" : "fees_and_pricing"))
            {
                StartedAt = new DateTimeOffset(2026, 1 + i % 2, 10, 12, 0, 0, TimeSpan.Zero),
            }),
        ];
        var (model, upload, ids) = await planner.GivenTranscriptsAsync(organisation, conversations);
        var segment = new DemandSegment { OrganisationId = organisation.Id, Name = "SMB", Kind = SegmentKind.Drawn, Rule = "{}", CreatedAt = DateTimeOffset.UtcNow };
        await using var db = planner.Database.AsOwner();
        db.Add(segment);
        db.AddRange(ids.Take(40).Select(id => new SegmentConversation { OrganisationId = organisation.Id, SegmentId = segment.Id, ConversationId = id }));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        var analyst = await planner.GivenMemberAsync(organisation, Role.Analyst);
        return new(organisation, scenario, segment.Id, model, upload, planner.As(organisation.Owner, organisation), planner.As(analyst, organisation));
    }

    private async Task GivenConfusionAsync(GivenOrganisation organisation, string confusion)
    {
        using var bundle = new MemoryStream();
        using (var zip = new ZipArchive(bundle, ZipArchiveMode.Create, leaveOpen: true))
        await using (var file = await zip.CreateEntry("confusion.json").OpenAsync(TestContext.Current.CancellationToken))
            await file.WriteAsync(Encoding.UTF8.GetBytes(confusion), TestContext.Current.CancellationToken);
        await using var db = planner.Database.AsOwner();
        await db.IntentModels.IgnoreQueryFilters().Where(model => model.OrganisationId == organisation.Id)
            .ExecuteUpdateAsync(model => model.SetProperty(each => each.Bundle, bundle.ToArray()).SetProperty(each => each.Fingerprint, SHA256.HashData(bundle.ToArray())), TestContext.Current.CancellationToken);
    }

    private sealed record Given(GivenOrganisation Organisation, Guid Scenario, Guid Segment, Guid Model, Guid Upload, Sender Owner, Sender Analyst);
}
