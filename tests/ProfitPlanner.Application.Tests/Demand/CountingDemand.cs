using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Tenancy;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.ProfitModel.Demand;
using ProfitPlanner.Testing;
using static ProfitPlanner.Application.Tests.Demand.Customers;

namespace ProfitPlanner.Application.Tests.Demand;

public sealed class CountingDemand(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    [Fact]
    public async Task Shares_of_everybody_are_what_is_counted_by_hand()
    {
        var (analyst, _, _, _) = await GivenAsync();

        var opened = await analyst.Send(new OpenDemand.Query(null, null, null));

        var counted = opened.Counted!;
        Assert.Equal((20, 20, false, 2), (counted.Conversations, counted.Classified, counted.IsStale, counted.Undated));
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 2, 1)), (counted.First, counted.Last));
        Assert.Equal([(Price, 8, 0.4), (Close, 6, 0.3), (Refund, 4, 0.2)], counted.Intents.Select(intent => Figures(counted.Everybody, intent.Key)));
        Assert.Equal(("", 2, 0.1), Figures(counted.Everybody, ""));
        // Wilson's interval of 8 in 20.
        Assert.Equal((0.2188, 0.6134), (Math.Round(counted.Everybody.Shares[Price].PlainLow, 4), Math.Round(counted.Everybody.Shares[Price].PlainHigh, 4)));
    }

    [Fact]
    public async Task Months_are_filtered_and_conversations_without_a_time_belong_to_none()
    {
        var (analyst, _, _, _) = await GivenAsync();

        var january = (await analyst.Send(new OpenDemand.Query(new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 1), null))).Counted!;
        var february = (await analyst.Send(new OpenDemand.Query(new DateOnly(2026, 2, 1), null, null))).Counted!;

        Assert.Equal((10, 0), (january.Everybody.Conversations, january.Undated));
        Assert.Equal((Price, 6, 0.6), Figures(january.Everybody, Price));
        Assert.Equal(8, february.Everybody.Conversations);
        Assert.Equal((Price, 2, 0.25), Figures(february.Everybody, Price));
        // The span of all stays, so that other months can be chosen.
        Assert.Equal(new DateOnly(2026, 1, 1), february.First);
    }

    [Fact]
    public async Task A_segment_has_a_column_of_its_own()
    {
        var (analyst, _, _, _) = await GivenAsync();
        var set = (await analyst.Send(new DivideByAttribute.Command("companySize", "Others"))).Set!;

        var counted = (await analyst.Send(new OpenDemand.Query(null, null, set))).Counted!;
        var without = (await analyst.Send(new OpenDemand.Query(null, null, DemandCount.Everybody))).Counted!;

        Assert.Equal([null, "large", "small"], counted.Columns.Select(column => column.Name).Order());
        var small = counted.Columns.Single(column => column.Name == "small");
        Assert.Equal((Price, 6, 0.6), Figures(small, Price));
        Assert.Equal((Close, 4, 0.4), Figures(counted.Columns.Single(column => column.Name == "large"), Close));
        Assert.Single(without.Columns);
    }

    [Fact]
    public async Task Conversations_that_come_later_are_counted_by_themselves_and_put_into_their_segments()
    {
        var (analyst, organisation, model, upload) = await GivenAsync();
        await analyst.Send(new DivideByAttribute.Command("companySize", "Others"));
        await planner.GivenMoreTranscriptsAsync(organisation, model, upload, Of(Price, "small", 3), Of(Refund, "large", 3));

        var counted = (await analyst.Send(new OpenDemand.Query(null, null, null))).Counted!;

        Assert.Equal((22, false), (counted.Everybody.Conversations, counted.IsStale));
        Assert.Equal([11, 11, 22], counted.Columns.Select(column => column.Conversations).Order());
        Assert.Equal(new DateOnly(2026, 3, 1), counted.Last);
    }

    [Fact]
    public async Task Another_organisations_conversations_count_nowhere_else()
    {
        await GivenAsync();
        var (other, _, _, _) = await GivenAsync();

        Assert.Equal(20, (await other.Send(new OpenDemand.Query(null, null, null))).Counted!.Everybody.Conversations);
        var stranger = await planner.GivenOrganisationAsync();
        Assert.Null((await planner.As(stranger.Owner, stranger).Send(new OpenDemand.Query(null, null, null))).Counted);
    }

    [Fact]
    public async Task A_viewer_sees_the_numbers_and_may_not_read_the_sentences()
    {
        var (_, organisation, _, _) = await GivenAsync();
        var viewer = planner.As(await planner.GivenMemberAsync(organisation, Role.Viewer), organisation);

        var opened = await viewer.Send(new OpenDemand.Query(null, null, null));
        var segments = await viewer.Send(new ListSegments.Query(null));

        Assert.Equal((20, false), (opened.Counted!.Everybody.Conversations, opened.MayRead));
        Assert.False(segments.MayChange);
        Assert.All(segments.Items, item => Assert.Empty(item.Examples));
    }

    [Fact]
    public async Task Without_a_conversation_there_is_nothing_and_no_model_is_missed()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var owner = planner.As(organisation.Owner, organisation);

        var opened = await owner.Send(new OpenDemand.Query(null, null, null));

        Assert.Null(opened.Counted);
        Assert.Equal(0, opened.Uploaded);
        Assert.Empty(await owner.Send(new ListSignals.Query(null, null, null)));
        Assert.Empty((await owner.Send(new ListSentences.Query())).Items);
    }

    [Fact]
    public async Task Many_conversations_wait_for_a_refresh_and_the_page_says_so()
    {
        var (analyst, organisation, model, _) = await GivenAsync();
        await analyst.Send(new OpenDemand.Query(null, null, null));
        await using (var db = planner.Database.AsOwner())
            await db.Database.ExecuteSqlAsync(
                $"""
                with made as (
                  insert into conversations (organisation_id, id, attributes, turns)
                  select {organisation.Id}, gen_random_uuid(), jsonb_build_object(), 0 from generate_series(1, 20000) returning id)
                insert into conversation_intents (organisation_id, model_id, conversation_id, intent, confidence, mentioned, price_words)
                select {organisation.Id}, {model}, id, 'refund', 1, array[]::text[], array[]::text[] from made
                """, TestContext.Current.CancellationToken);

        var stale = (await analyst.Send(new OpenDemand.Query(null, null, null))).Counted!;
        var job = await analyst.Send(new RefreshSegments.Command());

        Assert.Equal((true, 20), (stale.IsStale, stale.Everybody.Conversations));
        Assert.Equal((JobKind.Classify, JobState.Queued, null), await planner.JobAsync(organisation, job!.Value) is var queued ? (queued.Kind, queued.State, queued.Subject) : default);
        Assert.Equal(job, await analyst.Send(new RefreshSegments.Command()));
        await planner.EndedAsync(organisation, job.Value);
    }

    [Fact]
    public async Task While_a_job_reads_what_has_come_a_page_shows_what_was_counted()
    {
        var (analyst, organisation, model, upload) = await GivenAsync();
        await analyst.Send(new OpenDemand.Query(null, null, null));
        await planner.GivenMoreTranscriptsAsync(organisation, model, upload, Of(Price, "small", 3));
        var job = await planner.GivenJobAsync(organisation, JobKind.Classify, upload);

        var meanwhile = (await analyst.Send(new OpenDemand.Query(null, null, null))).Counted!;
        await planner.EndedAsync(organisation, job);
        var after = (await analyst.Send(new OpenDemand.Query(null, null, null))).Counted!;

        Assert.Equal((20, true), (meanwhile.Everybody.Conversations, meanwhile.IsStale));
        Assert.Equal((21, false), (after.Everybody.Conversations, after.IsStale));
    }

    [Fact]
    public async Task Who_waits_for_another_to_count_does_not_count_again()
    {
        var (analyst, organisation, model, _) = await GivenAsync();
        var cancellation = TestContext.Current.CancellationToken;
        await using var db = planner.Database.AsApp();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.EnterAsync(organisation.Owner.Id, organisation.Slug, cancellation);
        var at = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
        await RefreshSegments.RunAsync(db, at, cancellation);

        var waiting = analyst.Send(new OpenDemand.Query(null, null, null));
        await Task.Delay(500, cancellation);
        await transaction.CommitAsync(cancellation);

        Assert.Equal(at, (await waiting).Counted!.At);
    }

    [Fact]
    public async Task What_was_taken_away_while_it_was_counted_is_counted_no_more()
    {
        var (analyst, organisation, _, _) = await GivenAsync();
        await analyst.Send(new DivideByAttribute.Command("companySize", "Others"));
        await analyst.Send(new OpenDemand.Query(null, null, null));
        var segments = (await analyst.Send(new ListSegments.Query(null))).Items.Select(item => item.Segment.Id).ToArray();
        var cancellation = TestContext.Current.CancellationToken;
        await using var db = planner.Database.AsApp();
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellation))
        {
            await db.EnterAsync(organisation.Owner.Id, organisation.Slug, cancellation);
            await RefreshSegments.RunAsync(db, DateTimeOffset.UtcNow, cancellation);
            var removing = analyst.Send(new RemoveSegment.Command(segments[0]));
            await Task.Delay(500, cancellation);
            await transaction.CommitAsync(cancellation);
            await removing;
        }

        await using var owner = planner.Database.AsOwner();
        Assert.False(await owner.DemandCounts.IgnoreQueryFilters().AnyAsync(count => segments.Contains(count.SegmentId), cancellation));
    }

    [Fact]
    public async Task Shares_of_the_model_that_ships_are_corrected_where_its_errors_are_known()
    {
        var (analyst, _, model, _) = await GivenAsync();
        var manifest = await File.ReadAllBytesAsync(Path.Combine(ShippedModel.Folder, Manifest.FileName), TestContext.Current.CancellationToken);
        await using (var db = planner.Database.AsOwner())
        {
            var fingerprint = SHA256.HashData(manifest);
            await db.IntentModels.IgnoreQueryFilters().Where(each => each.Id == model)
                .ExecuteUpdateAsync(s => s.SetProperty(each => each.Fingerprint, fingerprint), TestContext.Current.CancellationToken);
        }

        var counted = (await analyst.Send(new OpenDemand.Query(null, null, null))).Counted!;

        Assert.True(counted.IsCorrected);
        var share = counted.Everybody.Shares[Price];
        Assert.Equal((8, 0.4), (share.Given, share.Plain));
        Assert.NotEqual(share.Plain, share.Corrected);
        Assert.InRange(share.Corrected, share.Low, share.High);
        Assert.Equal(1, counted.Everybody.Shares.Values.Sum(each => each.Corrected), 6);
    }

    private async Task<(Sender Analyst, GivenOrganisation Organisation, Guid Model, Guid Upload)> GivenAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var (model, upload, _) = await planner.GivenTranscriptsAsync(organisation, Twenty);
        return (planner.As(await planner.GivenMemberAsync(organisation, Role.Analyst), organisation), organisation, model, upload);
    }

    private static (string, long, double) Figures(OpenDemand.Column column, string key) =>
        column.Shares[key] is var share ? (share.Label, share.Given, Math.Round(share.Plain, 9)) : default;
}
