using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Demand;

/// <summary>Turns and conversations get their intents, by the model that ships.</summary>
public sealed class ClassifyingTurns(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_turn_of_a_customer_gets_an_intent_and_the_conversation_that_of_its_first_that_is_more_than_talk()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var (_, ids) = await planner.GivenConversationsAsync(organisation, Said(
            "c:hello", "a:Hi, how can I help you?", "c:I want to close my account, it is too expensive", "c:what is the balance of my account?", "c:thank you so much"));

        var job = await ClassifyAsync(organisation);

        Assert.Equal((JobState.Done, 4, 4), (job.State, job.Done, job.Total));
        await using var db = planner.Database.AsOwner();
        var model = await db.IntentModels.IgnoreQueryFilters().SingleAsync(m => m.OrganisationId == organisation.Id, Cancellation);
        Assert.Equal((1, true, null), (model.Number, model.IsCurrent, model.Bundle));
        Assert.Equal(["greeting", "close_account", "balance", "thanks"], (await TurnsAsync(organisation)).Select(turn => turn.Intent));
        var conversation = await ConversationAsync(organisation, ids[0]);
        Assert.Equal("close_account", conversation.Intent);
        Assert.Equal(["close_account", "balance"], conversation.Mentioned);
        Assert.Equal(["expensive", "cancel"], conversation.PriceWords);
        Assert.True(conversation.FirstSentiment < conversation.LastSentiment);
        Assert.Equal("en", (await db.Conversations.IgnoreQueryFilters().SingleAsync(c => c.Id == ids[0], Cancellation)).Language);
    }

    [Fact]
    public async Task Demand_is_counted_once_everything_is_read_before_anybody_looks()
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenConversationsAsync(organisation, Said("c:Please close my account, it is too expensive"), Said("c:hello there"));

        await ClassifyAsync(organisation);

        await using var db = planner.Database.AsOwner();
        var counted = await db.CountedDemand.IgnoreQueryFilters().SingleAsync(c => c.OrganisationId == organisation.Id, Cancellation);
        Assert.Equal((2, 2), (counted.Conversations, counted.Classified));
        Assert.True(await db.DemandCounts.IgnoreQueryFilters().AnyAsync(c => c.OrganisationId == organisation.Id && c.Key == "close_account", Cancellation));
    }

    [Fact]
    public async Task An_ok_takes_the_meaning_of_what_was_asked()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var (_, ids) = await planner.GivenConversationsAsync(
            organisation,
            Said("c:ok"),
            Said("c:hello there", "a:I found your order. Shall I cancel it?", "c:ok"),
            Said("c:I lost my card yesterday", "a:I am sorry. Shall I do that for you?", "c:ok"),
            Said("c:hello there", "a:Would you like anything else?", "c:ok"));

        await ClassifyAsync(organisation);

        var last = (await TurnsAsync(organisation)).GroupBy(turn => turn.ConversationId).ToDictionary(c => c.Key, c => c.MaxBy(turn => turn.Number)!.Intent);
        Assert.Equal("confirmation", last[ids[0]]);
        Assert.Equal("cancel_order", last[ids[1]]);
        Assert.Equal("lost_or_stolen", last[ids[2]]);
        Assert.Equal("confirmation", last[ids[3]]);
        Assert.Equal("cancel_order", (await ConversationAsync(organisation, ids[1])).Intent);
        Assert.Null((await ConversationAsync(organisation, ids[0])).Intent);
    }

    [Fact]
    public async Task A_bare_number_takes_the_meaning_of_what_was_asked()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var (_, ids) = await planner.GivenConversationsAsync(
            organisation,
            Said("c:hello", "a:What is your account number?", "c:[account 1]"),
            Said("c:hello", "a:How many seats would you like to book on the flight?", "c:3"));

        await ClassifyAsync(organisation);

        var last = (await TurnsAsync(organisation)).GroupBy(turn => turn.ConversationId).ToDictionary(c => c.Key, c => c.MaxBy(turn => turn.Number)!.Intent);
        Assert.Equal("gives_information", last[ids[0]]);
        Assert.Equal("make_booking", last[ids[1]]);
    }

    [Fact]
    public async Task A_language_that_the_model_was_not_taught_gets_none_of_these_and_its_own_sentiment()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var (_, ids) = await planner.GivenConversationsAsync(organisation, Said("c:你们的价格太贵了，我很生气，要退款"));

        await ClassifyAsync(organisation);

        var turn = Assert.Single(await TurnsAsync(organisation));
        Assert.Null(turn.Intent);
        Assert.True(turn.Sentiment < 0);
        Assert.Equal(["price", "expensive", "refund"], (await ConversationAsync(organisation, ids[0])).PriceWords);
    }

    [Fact]
    public async Task What_is_said_later_decides_the_conversation_anew_and_costs_only_itself()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var (_, ids) = await planner.GivenConversationsAsync(organisation, Said("c:hello"));
        await ClassifyAsync(organisation);
        Assert.Null((await ConversationAsync(organisation, ids[0])).Intent);
        var before = Assert.Single(await TurnsAsync(organisation));

        await planner.GivenLaterTurnsAsync(organisation, ids[0], new GivenTurn(Speaker.Agent, "Hi! Shall I close your account?"), new GivenTurn(Speaker.Customer, "yes please"));
        await ClassifyAsync(organisation);

        Assert.Equal("close_account", (await ConversationAsync(organisation, ids[0])).Intent);
        Assert.Equal(2, (await TurnsAsync(organisation)).Count);
        Assert.Equivalent(before, (await TurnsAsync(organisation))[0]);
    }

    [Fact]
    public async Task Of_an_upload_its_conversations_alone_are_read()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var (first, ids) = await planner.GivenConversationsAsync(organisation, Said("c:where is my order"));
        await planner.GivenConversationsAsync(organisation, Said("c:where is my order"));

        await ClassifyAsync(organisation, first);

        Assert.Equal(ids[0], Assert.Single(await TurnsAsync(organisation)).ConversationId);
    }

    [Fact]
    public async Task Broken_off_anywhere_and_run_again_nothing_is_lost_or_doubled_or_different()
    {
        string[] words = ["where is my order", "I want a refund", "ok", "how much is it", "thanks", "my card was stolen", "3"];
        GivenConversation[] conversations = [.. Enumerable.Range(0, 450).Select(i => Said([.. Enumerable.Range(0, 10).Select(j => $"c:{words[(i + j) % 7]}")]))];
        var whole = await planner.GivenOrganisationAsync();
        await planner.GivenConversationsAsync(whole, conversations);
        await ClassifyAsync(whole);
        var broken = await planner.GivenOrganisationAsync();
        await planner.GivenConversationsAsync(broken, conversations);

        // After the first batch of each run the process is gone, as far as the job can tell.
        var handler = planner.Get<IEnumerable<IJobHandler>>().Single(h => h.Kind == JobKind.Classify);
        var runs = 0;
        for (var isDone = false; !isDone; runs++)
        {
            using var killed = new CancellationTokenSource();
            var job = await planner.GivenJobAsync(broken, JobKind.Classify);
            var running = new RunningJob(planner.Get<TenantWork>(), broken.Id, job, null, broken.Owner.Id);
            var before = (await TurnsAsync(broken)).Count;
            var run = handler.RunAsync(running, killed.Token);
            while (!run.IsCompleted && (await TurnsAsync(broken)).Count == before)
                await Task.Delay(20, Cancellation);
            await killed.CancelAsync();
            isDone = await Record.ExceptionAsync(() => run) is null;
            await planner.EndedAsync(broken, job);
        }

        Assert.True(runs > 1, "It was never broken off.");
        Assert.Equal(4_500, (await TurnsAsync(broken)).Count);
        Assert.Equal(
            (await TurnsAsync(whole)).Select(turn => (turn.Number, turn.Intent, turn.Likeliest)).Order(),
            (await TurnsAsync(broken)).Select(turn => (turn.Number, turn.Intent, turn.Likeliest)).Order());
        await using var db = planner.Database.AsOwner();
        Assert.Equal(450, await db.ConversationIntents.IgnoreQueryFilters().CountAsync(c => c.OrganisationId == broken.Id, Cancellation));
    }

    [Fact]
    public async Task A_newer_shipped_model_takes_over_once_it_has_read_everything()
    {
        var organisation = await planner.GivenOrganisationAsync();
        // The fixture's model says that it shipped, and is none that is here.
        var (old, _, _) = await planner.GivenTranscriptsAsync(organisation, Said("c:where is my order"));
        var (upload, _) = await planner.GivenConversationsAsync(organisation, Said("c:I want a refund"));

        await ClassifyAsync(organisation, upload);

        await using var db = planner.Database.AsOwner();
        var models = await db.IntentModels.IgnoreQueryFilters().Where(m => m.OrganisationId == organisation.Id).OrderBy(m => m.Number).ToListAsync(Cancellation);
        Assert.Equal([(1, false), (2, true)], models.Select(m => (m.Number, m.IsCurrent)));
        Assert.Equal(2, (await TurnsAsync(organisation)).Count(turn => turn.ModelId == models[1].Id));
        Assert.Equal(old, models[0].Id);
    }

    [Fact]
    public async Task A_model_of_the_organisation_reads_from_its_bundle_whose_hashes_are_checked()
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenConversationsAsync(organisation, Said("c:where is my order"));
        var bundle = BundleArchive.Of(Intents.Bundles.ShippedModel.Folder);
        var good = await GivenModelAsync(organisation, 1, bundle, ModelCatalogue.ShippedFingerprint);
        var other = await GivenModelAsync(organisation, 2, bundle, [1, 2, 3]);
        var none = await GivenModelAsync(organisation, 3, [1, 2, 3], [1, 2, 3]);

        Assert.Equal(JobState.Done, (await ClassifyAsync(organisation, good)).State);
        Assert.Equal((JobState.Failed, "ModelUnreadable"), ((await ClassifyAsync(organisation, other)) is var a ? (a.State, a.Failure) : default));
        Assert.Equal((JobState.Failed, "ModelUnreadable"), ((await ClassifyAsync(organisation, none)) is var b ? (b.State, b.Failure) : default));

        Assert.Equal("order_status", Assert.Single(await TurnsAsync(organisation)).Intent);
    }

    /// <summary>Turns as 'c:' for the customer and 'a:' for support.</summary>
    private static GivenConversation Said(params string[] turns) =>
        new([.. turns.Select(turn => new GivenTurn(turn[0] == 'c' ? Speaker.Customer : Speaker.Agent, turn[2..]))]) { Language = null };

    private async Task<Job> ClassifyAsync(GivenOrganisation organisation, Guid? subject = null)
    {
        var id = await planner.GivenJobAsync(organisation, JobKind.Classify, subject);
        await planner.RunJobsAsync();
        return await planner.JobAsync(organisation, id);
    }

    private async Task<Guid> GivenModelAsync(GivenOrganisation organisation, int number, byte[] bundle, byte[] fingerprint)
    {
        await using var db = planner.Database.AsOwner();
        var model = new IntentModel
        {
            OrganisationId = organisation.Id,
            Number = number,
            Bundle = bundle,
            Fingerprint = fingerprint,
            State = ModelState.Ready,
            CreatedAt = DateTimeOffset.UtcNow,
            CreatedBy = organisation.Owner.Id,
        };
        db.Add(model);
        await db.SaveChangesAsync(Cancellation);
        return model.Id;
    }

    private async Task<IReadOnlyList<TurnIntent>> TurnsAsync(GivenOrganisation organisation)
    {
        await using var db = planner.Database.AsOwner();
        return await db.TurnIntents.IgnoreQueryFilters().AsNoTracking().Where(t => t.OrganisationId == organisation.Id)
            .OrderBy(t => t.ConversationId).ThenBy(t => t.Number).ToListAsync(Cancellation);
    }

    private async Task<ConversationIntent> ConversationAsync(GivenOrganisation organisation, Guid conversation)
    {
        await using var db = planner.Database.AsOwner();
        return await db.ConversationIntents.IgnoreQueryFilters().SingleAsync(c => c.OrganisationId == organisation.Id && c.ConversationId == conversation, Cancellation);
    }
}
