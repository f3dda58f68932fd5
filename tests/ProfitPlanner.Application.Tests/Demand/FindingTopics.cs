using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand.Topics;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Demand;

/// <summary>Topics of real customers' turns, and what people make of them.</summary>
public sealed class FindingTopics(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static readonly DateTimeOffset March = new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Turns_that_mean_similar_things_are_of_one_topic_with_the_words_that_tell_it()
    {
        var (organisation, owner) = await GivenAsync(Said(60, "where is my order and when will it arrive"), Said(60, "my card was stolen yesterday"), Said(60, "I want my money back, refund me please"));

        await FindAsync(organisation);

        var listed = await owner.Send(new ListTopics.Query());
        Assert.Equal(3, listed.Topics.Count);
        Assert.Equal([60, 60, 60], listed.Topics.Select(topic => topic.Size));
        Assert.Contains(listed.Topics, topic => topic.Terms.Contains("arrive"));
        Assert.Contains(listed.Topics, topic => topic.Terms.Contains("stolen"));
        Assert.Contains(listed.Topics, topic => topic.Terms.Contains("refund"));
        Assert.All(listed.Topics, topic => Assert.True(Math.Abs(topic.X) <= 1 && Math.Abs(topic.Y) <= 1));
        Assert.Equal(180, listed.Search!.Turns);
        Assert.Equal(3, listed.Search.Tried.MaxBy(tried => tried.Silhouette)!.Groups);
        var stolen = listed.Topics.Single(topic => topic.Terms.Contains("stolen"));
        Assert.All((await owner.Send(new OpenTopic.Query(stolen.Id))).Sentences, sentence => Assert.Contains("stolen", sentence.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Talk_and_turns_of_two_words_are_of_no_topic()
    {
        var (organisation, owner) = await GivenAsync(Said(40, "where is my order and when will it arrive"), Said(40, "thank you so much for everything"), Said(40, "lost card"));

        await FindAsync(organisation);

        Assert.Equal(40, (await owner.Send(new ListTopics.Query())).Topics.Sum(topic => topic.Size));
    }

    [Fact]
    public async Task Too_few_turns_or_none_read_are_a_failure_that_says_so()
    {
        var (few, _) = await GivenAsync(Said(10, "where is my order"));
        var nobody = await planner.GivenOrganisationAsync();

        Assert.Equal((JobState.Failed, "TooFewTurns"), await FindAsync(few) is var a ? (a.State, a.Failure) : default);
        Assert.Equal((JobState.Failed, "TooFewTurns"), await FindAsync(nobody) is var b ? (b.State, b.Failure) : default);
    }

    [Fact]
    public async Task Searched_anew_with_more_turns_names_and_merges_stay()
    {
        var (organisation, owner) = await GivenAsync(
            Said(60, "where is my order and when will it arrive"), Said(60, "my card was stolen yesterday"), Said(60, "I want my money back, refund me please"), Said(60, "please book a table for two people tonight"));
        await FindAsync(organisation);
        var first = (await owner.Send(new ListTopics.Query())).Topics;
        ListTopics.Item Of(string term) => first.Single(topic => topic.Terms.Contains(term));
        await owner.Send(new RenameTopic.Command(Of("stolen").Id, " Theft "));
        await owner.Send(new MergeTopics.Command(Of("refund").Id, Of("arrive").Id));

        await planner.GivenConversationsAsync(organisation, Said(50, "how do I change my password"));
        await ClassifyAsync(organisation);
        await FindAsync(organisation);

        var again = (await owner.Send(new ListTopics.Query())).Topics;
        Assert.Equal("Theft", again.Single(topic => topic.Id == Of("stolen").Id).Name);
        var merged = again.Single(topic => topic.Id == Of("arrive").Id);
        Assert.Equal((120, 1), (merged.Size, merged.Parts));
        Assert.DoesNotContain(again, topic => topic.Id == Of("refund").Id);
        Assert.Contains(again, topic => topic.Id == Of("table").Id);
        Assert.Contains(again, topic => topic.Terms.Contains("password"));

        await owner.Send(new SeparateTopic.Command(Of("arrive").Id));
        Assert.Equal(60, (await owner.Send(new ListTopics.Query())).Topics.Single(topic => topic.Id == Of("refund").Id).Size);
    }

    [Fact]
    public async Task The_same_words_after_other_words_are_one_topic_unless_a_person_separates_them()
    {
        var (organisation, owner) = await GivenAsync(
            SaidAfter("two pizzas", 60, "it has still not arrived"), SaidAfter("new card", 60, "it has still not arrived"), Said(60, "my card was stolen yesterday"));
        ListTopics.Item Late(ListTopics.Result listed) => listed.Topics.Single(topic => topic.Terms.Contains("arrived"));

        await FindAsync(organisation);

        var listed = await owner.Send(new ListTopics.Query());
        Assert.Equal(3, listed.Search!.Tried.MaxBy(tried => tried.Silhouette)!.Groups);
        Assert.Equal([120, 60], listed.Topics.Select(topic => topic.Size));
        Assert.Equal(1, Late(listed).Parts);

        await FindAsync(organisation);
        Assert.Equal(Late(listed).Id, Late(await owner.Send(new ListTopics.Query())).Id);

        await owner.Send(new SeparateTopic.Command(Late(listed).Id));
        await FindAsync(organisation);
        Assert.Equal([60, 60, 60], (await owner.Send(new ListTopics.Query())).Topics.Select(topic => topic.Size));
    }

    [Fact]
    public async Task Under_another_model_a_topic_is_where_its_turns_lie()
    {
        var (organisation, owner) = await GivenAsync(Said(60, "where is my order and when will it arrive"), Said(60, "my card was stolen yesterday"));
        await FindAsync(organisation);
        var stolen = (await owner.Send(new ListTopics.Query())).Topics.Single(topic => topic.Terms.Contains("stolen"));
        await owner.Send(new RenameTopic.Command(stolen.Id, "Theft"));
        await using (var db = planner.Database.AsOwner())
        {
            // As if it had been found in a space of other axes, by a model that is here no more.
            await db.Topics.IgnoreQueryFilters().Where(t => t.OrganisationId == organisation.Id).ExecuteUpdateAsync(s => s.SetProperty(t => t.Direction, new float[] { 1, 0 }), Cancellation);
            var old = new IntentModel { OrganisationId = organisation.Id, Number = 7, Fingerprint = [7], State = ModelState.Ready, CreatedAt = March };
            db.Add(old);
            await db.SaveChangesAsync(Cancellation);
            await db.TopicSearches.IgnoreQueryFilters().Where(s => s.OrganisationId == organisation.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.ModelId, old.Id), Cancellation);
        }

        Assert.Equal(JobState.Done, (await FindAsync(organisation)).State);

        Assert.Equal((stolen.Id, "Theft"), (await owner.Send(new ListTopics.Query())).Topics.Single(topic => topic.Terms.Contains("stolen")) is var topic ? (topic.Id, topic.Name) : default);
    }

    [Fact]
    public async Task A_topic_is_split_into_the_parts_that_lie_apart()
    {
        var (organisation, owner) = await GivenAsync(Said(60, "where is my order and when will it arrive"), Said(60, "my card was stolen yesterday"), Said(60, "please book a table for two people tonight"));
        await FindAsync(organisation);
        var first = (await owner.Send(new ListTopics.Query())).Topics;
        var (order, card) = (first.Single(topic => topic.Terms.Contains("arrive")), first.Single(topic => topic.Terms.Contains("stolen")));
        await owner.Send(new MergeTopics.Command(card.Id, order.Id));

        await owner.Send(new SplitTopic.Command(order.Id));
        await planner.RunJobsAsync();

        var again = (await owner.Send(new ListTopics.Query())).Topics;
        Assert.Equal([60, 60, 60], again.Select(topic => topic.Size));
        Assert.Contains(again, topic => topic.Id == order.Id);
        Assert.Contains(again, topic => topic.Terms.Contains("stolen") && topic.Parts == 0);
    }

    [Fact]
    public async Task What_is_said_later_joins_the_topic_it_is_nearest_to_or_none()
    {
        var (organisation, owner) = await GivenAsync(Said(60, "where is my order and when will it arrive"), Said(60, "my card was stolen yesterday"));
        await FindAsync(organisation);

        await planner.GivenConversationsAsync(organisation, [.. Said(3, "somebody has stolen my card last night"), .. Said(2, "the weather on the moon is fine for dancing bears")]);
        await ClassifyAsync(organisation);

        var topics = (await owner.Send(new ListTopics.Query())).Topics;
        Assert.Equal(63, topics.Single(topic => topic.Terms.Contains("stolen")).Size);
        Assert.Equal(60, topics.Single(topic => topic.Terms.Contains("arrive")).Size);
    }

    [Fact]
    public async Task Turns_that_a_search_gave_to_a_topic_they_are_far_from_are_no_part_of_its_trend()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var given = await planner.GivenTopicsAsync(organisation);
        await planner.EndedAsync(organisation, given.Job);
        async Task SpokeAsync(Guid topic, int times, DateTimeOffset at, float nearness)
        {
            var (_, ids) = await planner.GivenConversationsAsync(organisation, Said(times, "how much is it", at));
            await using var db = planner.Database.AsOwner();
            db.AddRange(ids.Select(id => new TopicTurn { OrganisationId = organisation.Id, ConversationId = id, Number = 0, TopicId = topic, Nearness = nearness }));
            await db.SaveChangesAsync(Cancellation);
        }
        await SpokeAsync(given.Topic, 10, March.AddMonths(-1), 0.9f);
        await SpokeAsync(given.Other, 30, March.AddMonths(-1), 0.3f);
        await SpokeAsync(given.Other, 10, March.AddMonths(-1), 0.9f);
        await SpokeAsync(given.Topic, 10, March, 0.9f);
        await SpokeAsync(given.Other, 10, March, 0.9f);

        var change = (await planner.As(organisation.Owner, organisation).Send(new ListTopics.Query())).Topics.Single(topic => topic.Id == given.Other).Change!;

        Assert.Equal((0.5, 0.5), (change.Before, change.Now));
    }

    [Fact]
    public async Task A_topic_that_grew_beyond_chance_since_the_month_before_stands_out_and_one_that_hardly_did_does_not()
    {
        var (organisation, owner) = await GivenAsync(
            Said(200, "where is my order and when will it arrive", March.AddMonths(-1)), Said(200, "where is my order and when will it arrive", March),
            Said(50, "I want my money back, refund me please", March.AddMonths(-1)), Said(55, "I want my money back, refund me please", March),
            Said(10, "please book a table for two people tonight", March.AddMonths(-1)), Said(60, "please book a table for two people tonight", March),
            Said(40, "my card was stolen yesterday", March));
        await FindAsync(organisation);

        var listed = await owner.Send(new ListTopics.Query());

        ListTopics.Item Of(string term) => listed.Topics.Single(topic => topic.Terms.Contains(term));
        Assert.Equal(new DateOnly(2026, 3, 1), listed.Month);
        Assert.True(Of("table").Change!.Grows);
        Assert.False(Of("table").IsNew);
        Assert.True(Of("stolen").Change!.Grows);
        Assert.True(Of("stolen").IsNew);
        Assert.False(Of("refund").Change!.Grows || Of("refund").Change!.Shrinks);
    }

    [Fact]
    public async Task A_viewer_sees_topics_and_no_sentences()
    {
        var (organisation, owner) = await GivenAsync(Said(60, "where is my order and when will it arrive"));
        await FindAsync(organisation);
        var viewer = planner.As(await planner.GivenMemberAsync(organisation, Role.Viewer), organisation);
        var topic = Assert.Single((await viewer.Send(new ListTopics.Query())).Topics);

        await Assert.ThrowsAsync<ForbiddenException>(() => viewer.Send(new OpenTopic.Query(topic.Id)));
        await Assert.ThrowsAsync<ForbiddenException>(() => viewer.Send(new SearchTopics.Command()));
        Assert.NotEmpty((await owner.Send(new OpenTopic.Query(topic.Id))).Sentences);
    }

    [Fact]
    public async Task Topics_of_real_customers_are_the_same_when_searched_again()
    {
        var (organisation, owner) = await GivenAsync(Conversations.OfMultiDogo("finance", "train", 400));
        await FindAsync(organisation);
        var first = (await owner.Send(new ListTopics.Query())).Topics;

        await FindAsync(organisation);

        var again = (await owner.Send(new ListTopics.Query())).Topics;
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', first.Select(topic => $"{topic.Size} {string.Join(", ", topic.Terms)}")));
        Assert.True(first.Count >= 5, "Fewer topics than a bank's customers have.");
        Assert.Equal(first.Select(topic => topic.Id).Order(), again.Select(topic => topic.Id).Order());
        Assert.All(first, topic => Assert.InRange(again.Single(other => other.Id == topic.Id).Size, 0.9 * topic.Size - 3, 1.1 * topic.Size + 3));
    }

    private static IEnumerable<GivenConversation> Said(int times, string text, DateTimeOffset? at = null) =>
        Enumerable.Range(0, times).Select(_ => new GivenConversation(new GivenTurn(Speaker.Customer, text)) { StartedAt = at });

    private static IEnumerable<GivenConversation> SaidAfter(string before, int times, string text) =>
        Enumerable.Range(0, times).Select(_ => new GivenConversation(new GivenTurn(Speaker.Customer, before), new GivenTurn(Speaker.Customer, text)));

    private async Task<(GivenOrganisation Organisation, Sender Owner)> GivenAsync(params IEnumerable<GivenConversation>[] conversations)
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenConversationsAsync(organisation, conversations.SelectMany(some => some));
        await ClassifyAsync(organisation);
        return (organisation, planner.As(organisation.Owner, organisation));
    }

    private Task<Job> ClassifyAsync(GivenOrganisation organisation) => RunAsync(organisation, JobKind.Classify);

    private Task<Job> FindAsync(GivenOrganisation organisation) => RunAsync(organisation, JobKind.FindTopics);

    private async Task<Job> RunAsync(GivenOrganisation organisation, JobKind kind)
    {
        var id = await planner.GivenJobAsync(organisation, kind);
        await planner.RunJobsAsync();
        return await planner.JobAsync(organisation, id);
    }
}
