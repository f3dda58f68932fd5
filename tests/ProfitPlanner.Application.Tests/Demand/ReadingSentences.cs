using FluentValidation;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Testing;
using static ProfitPlanner.Application.Tests.Demand.Customers;

namespace ProfitPlanner.Application.Tests.Demand;

public sealed class ReadingSentences(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    [Fact]
    public async Task Behind_a_number_are_as_many_conversations_with_the_sentences_that_say_it()
    {
        var (owner, _) = await GivenAsync();

        var listed = await owner.Send(new ListSentences.Query(Intent: Price));

        Assert.Equal((8L, 8), (listed.Total, listed.Items.Count));
        Assert.All(listed.Items, item => Assert.Equal(["a sentence about fees_and_pricing"], item.Sentences.Select(sentence => sentence.Text)));
        Assert.Equal((0.9f, -0.5f, 0.5f), (listed.Items[0].Sentences[0].Confidence, listed.Items[0].FirstSentiment, listed.Items[0].LastSentiment));
    }

    [Fact]
    public async Task Conditions_narrow_each_other()
    {
        var (owner, _) = await GivenAsync();
        await owner.Send(new DivideByAttribute.Command("companySize", "Others"));
        var small = (await owner.Send(new ListSegments.Query(null))).Items.Single(item => item.Segment.Name == "small").Segment.Id;
        var february = new DateOnly(2026, 2, 1);
        async Task<long?> TotalAsync(ListSentences.Query query) => (await owner.Send(query)).Total;

        Assert.Equal(2, await TotalAsync(new(Intent: ListSentences.None)));
        Assert.Equal(10, await TotalAsync(new(Segment: small)));
        Assert.Equal(6, await TotalAsync(new(Intent: Price, Segment: small)));
        Assert.Equal(2, await TotalAsync(new(Intent: Price, From: february, To: february)));
        Assert.Equal(0, await TotalAsync(new(Intent: Price, Segment: small, From: february)));
        Assert.Equal(10, await TotalAsync(new(To: new DateOnly(2026, 1, 1))));
    }

    [Fact]
    public async Task Pages_follow_each_other_by_key_and_show_every_conversation_once()
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenTranscriptsAsync(organisation, [.. Enumerable.Range(0, 45).Select(_ => Of(Refund, "small", 1))]);
        var owner = planner.As(organisation.Owner, organisation);

        var (pages, totals, after) = (new List<IReadOnlyList<ListSentences.Item>>(), new List<long?>(), (Guid?)null);
        do
        {
            var listed = await owner.Send(new ListSentences.Query(Intent: Refund, After: after));
            pages.Add(listed.Items);
            totals.Add(listed.Total);
            after = listed.Next;
        }
        while (after is not null);

        Assert.Equal([20, 20, 5], pages.Select(page => page.Count));
        // How many there are is counted once, so that a page costs the same however deep it lies.
        Assert.Equal([45, null, null], totals);
        Assert.Equal(45, pages.SelectMany(page => page).Select(item => item.Conversation).Distinct().Count());
    }

    [Fact]
    public async Task A_word_is_found_whatever_its_case_and_its_signs_mean_themselves()
    {
        var (owner, _) = await GivenAsync(Of(Refund, "small", 1, "The 50% Voucher_x does not work"), Of(Refund, "small", 1, "the 50x voucherx works"));

        var found = await owner.Send(new ListSentences.Query(Word: "voucher_X"));
        var percent = await owner.Send(new ListSentences.Query(Word: "50%"));

        Assert.Equal(["The 50% Voucher_x does not work"], Assert.Single(found.Items).Sentences.Select(sentence => sentence.Text));
        Assert.Single(percent.Items);
        Assert.Null(found.Total);
        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new ListSentences.Query(Word: "x")));
        Assert.Empty((await owner.Send(new ListSentences.Query(Word: "贵"))).Items);
    }

    [Fact]
    public async Task What_no_text_of_the_database_can_hold_is_refused()
    {
        var (owner, _) = await GivenAsync();
        var rule = new DrawnRule([new AttributeCondition("companySize", true, "a\0")], null, null, null, null);

        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new ListSentences.Query(Word: "refund\0")));
        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new ListSentences.Query(Intent: "\0")));
        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new PreviewSegment.Query(rule)));
        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new PreviewSegment.Query(rule with { Conditions = [], Intent = "\0" })));
        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new DrawSegment.Command("Small\0", rule with { Conditions = [], Language = "en" })));
        await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new DivideByAttribute.Command("plan\0", "Others")));
    }

    [Fact]
    public async Task A_conversation_is_read_whole_with_what_the_model_makes_of_each_turn()
    {
        var (owner, _) = await GivenAsync();
        var id = (await owner.Send(new ListSentences.Query(Intent: Close))).Items[0].Conversation;

        var opened = await owner.Send(new OpenConversation.Query(id));

        Assert.Equal([Speaker.Customer, Speaker.Agent, Speaker.Customer], opened.Lines.Select(line => line.Speaker));
        Assert.Equal([Close, null, "thanks"], opened.Lines.Select(line => line.Intent?.Key));
        Assert.Equal([-0.5f, null, 0.5f], opened.Lines.Select(line => line.Sentiment));
        Assert.Equal(Close, opened.CameFor?.Key);
    }

    [Fact]
    public async Task Neither_a_viewer_nor_another_organisation_reads_a_sentence()
    {
        var (owner, organisation) = await GivenAsync();
        var id = (await owner.Send(new ListSentences.Query())).Items[0].Conversation;
        var viewer = planner.As(await planner.GivenMemberAsync(organisation, Role.Viewer), organisation);
        var stranger = await planner.GivenOrganisationAsync();
        await planner.GivenTranscriptsAsync(stranger, Of(Refund, "small", 1));

        await Assert.ThrowsAsync<ForbiddenException>(() => viewer.Send(new ListSentences.Query()));
        await Assert.ThrowsAsync<ForbiddenException>(() => viewer.Send(new OpenConversation.Query(id)));
        await Assert.ThrowsAsync<NotFoundException>(() => planner.As(stranger.Owner, stranger).Send(new OpenConversation.Query(id)));
        Assert.Single((await planner.As(stranger.Owner, stranger).Send(new ListSentences.Query())).Items);
    }

    private async Task<(Sender Owner, GivenOrganisation Organisation)> GivenAsync(params GivenConversation[] more)
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenTranscriptsAsync(organisation, [.. Twenty, .. more]);
        return (planner.As(organisation.Owner, organisation), organisation);
    }
}
