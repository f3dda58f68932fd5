using ProfitPlanner.Application.Review;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Review;

/// <summary>Which turn a person is asked about next: uncertainty × share of demand × distance from what is labelled.</summary>
public sealed class OrderOfReview(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private const string Refund = Reviews.Refund;
    private const string Delivery = Reviews.Delivery;

    [Fact]
    public async Task Of_turns_as_frequent_the_one_comes_first_of_which_the_model_is_least_sure()
    {
        var organisation = await GivenAsync(
            new GivenTurn(Speaker.Customer, "refund it please", Refund, Confidence: 0.9f),
            new GivenTurn(Speaker.Customer, "money should come back", Refund, Confidence: 0.4f),
            new GivenTurn(Speaker.Customer, "I paid twice", Refund, Confidence: 0.7f));

        Assert.Equal(["money should come back", "I paid twice", "refund it please"], await OrderAsync(organisation));
    }

    [Fact]
    public async Task Of_turns_as_uncertain_the_one_comes_first_that_more_turns_are_like()
    {
        var organisation = await GivenAsync(
            new GivenTurn(Speaker.Customer, "where is it", Delivery, Confidence: 0.5f),
            new GivenTurn(Speaker.Customer, "give the money back", Refund, Confidence: 0.5f),
            new GivenTurn(Speaker.Customer, "I know what I want", Refund, Confidence: 0.99f));

        Assert.Equal("give the money back", (await OrderAsync(organisation))[0]);
    }

    [Fact]
    public async Task What_is_labelled_in_the_same_words_already_comes_last()
    {
        var organisation = await GivenAsync(
            new GivenTurn(Speaker.Customer, "where is my parcel", Delivery, Confidence: 0.5f),
            new GivenTurn(Speaker.Customer, "Where is my parcel?", Delivery, Confidence: 0.4f),
            new GivenTurn(Speaker.Customer, "nobody rang the bell", Delivery, Confidence: 0.6f));
        await LabelFirstAsync(organisation, "Where is my parcel?", Delivery);

        var next = await NextAsync(organisation);
        Assert.Equal("nobody rang the bell", TextOf(next));
        Assert.Equal(1, next.Turn!.Usefulness!.Distance, 1);
        Assert.Equal(["nobody rang the bell", "where is my parcel"], await OrderAsync(organisation));
    }

    [Fact]
    public async Task Mere_talk_comes_after_demand_though_there_is_more_of_it()
    {
        var organisation = await GivenAsync(
            new GivenTurn(Speaker.Customer, "hello there", null, Confidence: 0.3f),
            new GivenTurn(Speaker.Customer, "good evening", null, Confidence: 0.3f),
            new GivenTurn(Speaker.Customer, "is it sent", Delivery, Confidence: 0.5f));

        Assert.Equal("is it sent", (await OrderAsync(organisation))[0]);
    }

    [Fact]
    public async Task Every_fifth_question_is_by_chance_of_a_conversation_that_models_are_measured_on()
    {
        // The less sure the model, the later in the conversation: whoever ranks begins at its end.
        GivenConversation Talk(bool isHeldOut, string name) =>
            new([.. Enumerable.Range(0, 8).Select(i => new GivenTurn(Speaker.Customer, $"{name} {i}", Refund, Confidence: 0.9f - i / 10f))]) { Id = Reviews.ConversationId(isHeldOut) };
        var orders = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            var organisation = await planner.GivenOrganisationAsync();
            await planner.GivenIntentsAsync(organisation, Refund, Delivery);
            await planner.GivenTranscriptsAsync(organisation, Talk(isHeldOut: false, "learned"), Talk(isHeldOut: true, "held"));

            var order = await OrderAsync(organisation);

            Assert.Equal(await OrderAsync(organisation), order);
            Assert.Equal([4, 9, 10, 11, 12, 13, 14, 15], Enumerable.Range(0, 16).Where(i => order[i].StartsWith("held", StringComparison.Ordinal)));
            Assert.Equal(["learned 7", "learned 6", "learned 5", "learned 4"], order.Take(4));
            orders.Add(string.Join(',', order.Where(text => text.StartsWith("held", StringComparison.Ordinal))));
        }

        Assert.Equal(3, orders.Distinct().Count());
    }

    [Fact]
    public async Task What_an_agent_says_is_never_asked_about()
    {
        var organisation = await GivenAsync(new GivenTurn(Speaker.Agent, "how can I help"), new GivenTurn(Speaker.Customer, "a refund", Refund));

        Assert.Equal(["a refund"], await OrderAsync(organisation));
        Assert.Equal(["how can I help", "a refund"], (await NextAsync(organisation)).Turn!.Lines.Select(line => line.Text));
    }

    [Fact]
    public async Task What_somebody_has_labelled_is_asked_of_another_as_a_second_opinion_alone_and_without_the_first_ones_answer()
    {
        var organisation = await GivenAsync(new GivenTurn(Speaker.Customer, "a refund", Refund));
        var other = await planner.GivenMemberAsync(organisation, Role.Analyst);
        await LabelFirstAsync(organisation, "a refund", Refund);

        Assert.Null((await NextAsync(organisation)).Turn);
        Assert.Null((await NextAsync(organisation, ReviewFilter.SecondOpinion)).Turn);
        Assert.Null((await NextAsync(organisation, ReviewFilter.New, other)).Turn);
        var asked = (await NextAsync(organisation, ReviewFilter.SecondOpinion, other)).Turn!;
        Assert.Equal("a refund", asked.Lines.Single(line => line.IsAsked).Text);
        Assert.Empty(asked.Opinions);
    }

    [Fact]
    public async Task A_turn_that_is_named_is_shown_and_one_of_nobody_is_not_found()
    {
        var organisation = await GivenAsync(new GivenTurn(Speaker.Customer, "a refund", Refund), new GivenTurn(Speaker.Agent, "yes"));
        var key = (await NextAsync(organisation)).Turn!.Key;

        Assert.Equal(key, (await SendAsync(organisation, new(ReviewFilter.New, TurnKey.Read(key.ToString()), []))).Turn!.Key);
        await Assert.ThrowsAsync<Pipeline.NotFoundException>(() => SendAsync(organisation, new(ReviewFilter.New, key with { Number = 1 }, [])));
        await Assert.ThrowsAsync<Pipeline.NotFoundException>(() => SendAsync(organisation, new(ReviewFilter.New, key with { ConversationId = Guid.NewGuid() }, [])));
    }

    [Fact]
    public async Task What_the_model_that_ships_says_is_proposed_as_the_general_intent_that_stands_for_it()
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenTranscriptsAsync(organisation, new GivenConversation(new GivenTurn(Speaker.Customer, "how much is it", "fees_and_pricing")));
        await planner.As(organisation.Owner, organisation).Send(new AdoptIntents.Command(IntentSet.General, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal("price_question", (await NextAsync(organisation)).Turn!.Proposal!.Intent);
    }

    [Fact]
    public async Task Undoing_goes_back_label_by_label_to_the_turns()
    {
        var organisation = await GivenAsync(new GivenTurn(Speaker.Customer, "a refund", Refund), new GivenTurn(Speaker.Customer, "my parcel", Delivery));
        var owner = planner.As(organisation.Owner, organisation);
        var first = await LabelFirstAsync(organisation, "a refund", Refund);
        planner.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await LabelFirstAsync(organisation, "my parcel", null);

        Assert.Equal(2, (await NextAsync(organisation)).Mine);
        Assert.Equal(second, (await owner.Send(new UndoLabel.Command())).Turn);
        Assert.Equal(first, (await owner.Send(new UndoLabel.Command())).Turn);
        Assert.Null((await owner.Send(new UndoLabel.Command())).Turn);
        Assert.Equal(0, (await NextAsync(organisation)).Labels);
    }

    [Fact]
    public async Task Without_intents_or_before_a_model_has_read_anything_nothing_is_asked_and_it_is_said_why()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var empty = await NextAsync(organisation);
        Assert.False(empty.IsClassified);
        Assert.Empty(empty.Intents);

        await planner.GivenTranscriptsAsync(organisation, new GivenConversation(new GivenTurn(Speaker.Customer, "hi", Refund)));
        var unnamed = await NextAsync(organisation);
        Assert.True(unnamed.IsClassified);
        Assert.Null(unnamed.Turn);
    }

    private async Task<GivenOrganisation> GivenAsync(params GivenTurn[] turns)
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenTranscriptsAsync(organisation, new GivenConversation(turns) { Id = Reviews.ConversationId(isHeldOut: false) });
        await planner.GivenIntentsAsync(organisation, Refund, Delivery);
        return organisation;
    }

    // As somebody goes through them who skips each.
    private async Task<IReadOnlyList<string>> OrderAsync(GivenOrganisation organisation)
    {
        var (order, skipped) = (new List<string>(), new List<TurnKey>());
        while ((await SendAsync(organisation, new(ReviewFilter.New, null, skipped))) is { Turn: { } turn } next)
        {
            order.Add(TextOf(next));
            skipped.Add(turn.Key);
        }
        return order;
    }

    private async Task<TurnKey> LabelFirstAsync(GivenOrganisation organisation, string text, string? intent)
    {
        var skipped = new List<TurnKey>();
        while (true)
        {
            var next = await SendAsync(organisation, new(ReviewFilter.New, null, skipped));
            if (TextOf(next) == text)
            {
                await planner.GivenLabelAsync(organisation, organisation.Owner, next.Turn!.Key.ConversationId, next.Turn.Key.Number, intent);
                return next.Turn.Key;
            }
            skipped.Add(next.Turn!.Key);
        }
    }

    private static string TextOf(NextToReview.Result next) => next.Turn!.Lines.Single(line => line.IsAsked).Text;

    private Task<NextToReview.Result> NextAsync(GivenOrganisation organisation, ReviewFilter filter = ReviewFilter.New, GivenPerson? person = null) =>
        planner.As(person ?? organisation.Owner, organisation).Send(new NextToReview.Query(filter, null, []));

    private Task<NextToReview.Result> SendAsync(GivenOrganisation organisation, NextToReview.Query query) => planner.As(organisation.Owner, organisation).Send(query);
}
