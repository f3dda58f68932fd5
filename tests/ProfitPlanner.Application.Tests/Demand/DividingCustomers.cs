using System.Globalization;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Testing;
using static ProfitPlanner.Application.Tests.Demand.Customers;

namespace ProfitPlanner.Application.Tests.Demand;

public sealed class DividingCustomers(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    [Fact]
    public async Task Each_frequent_value_is_a_segment_and_the_rest_are_one()
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenTranscriptsAsync(organisation,
            [.. Enumerable.Range(0, 12).SelectMany(value => Enumerable.Range(0, 12 - value).Select(_ => Of(Price, $"value {value:00}", 1)))]);
        var owner = planner.As(organisation.Owner, organisation);

        var set = (await owner.Send(new DivideByAttribute.Command("companySize", "All others"))).Set;

        var listed = await owner.Send(new ListSegments.Query(set));
        Assert.Equal(DivideByAttribute.MostValues, listed.Items.Count);
        Assert.Equal(("value 00", 12L), Told(listed.Items[0]));
        // 78 conversations less 12 + 11 + … + 6 of the seven frequent values.
        Assert.Equal(("All others", 15L), Told(listed.Items[^1]));
    }

    [Fact]
    public async Task A_long_value_is_cut_between_characters()
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenTranscriptsAsync(organisation, Of(Price, new string('n', 99) + "🎉", 1));
        var owner = planner.As(organisation.Owner, organisation);

        var set = (await owner.Send(new DivideByAttribute.Command("companySize", "Others"))).Set;

        Assert.Equal(new string('n', 99), Assert.Single((await owner.Send(new ListSegments.Query(set))).Items).Segment.Name);
    }

    [Fact]
    public async Task A_drawn_segment_knows_the_intent_it_asks_for_by_its_name()
    {
        var (owner, _, _, _) = await GivenAsync();
        await owner.Send(new DrawSegment.Command("Leaving", new DrawnRule([], Close, null, null, null)));

        Assert.Equal(("Close the account", "注销账户"), Assert.Single((await owner.Send(new ListSegments.Query(SegmentRule.DrawnSet))).Items).Mentioned is { } intent ? (intent.Name, intent.NameZh) : default);
    }

    [Fact]
    public async Task An_attribute_that_no_conversation_has_divides_nothing()
    {
        var (owner, _, _, _) = await GivenAsync();

        Assert.Null((await owner.Send(new DivideByAttribute.Command("plan", "Others"))).Set);
        Assert.Empty((await owner.Send(new ListSegments.Query(null))).Sets);
    }

    [Fact]
    public async Task Two_kinds_of_customers_are_told_apart_by_what_they_ask_for_and_named_by_it()
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenTranscriptsAsync(organisation,
            [.. Enumerable.Range(0, 60).Select(_ => Asking("fees_and_pricing", "offers_and_rewards", "get_product")), .. Enumerable.Range(0, 40).Select(_ => Asking("technical_problem", "account_access", "software_update"))]);
        var owner = planner.As(organisation.Owner, organisation);

        var made = await owner.Send(new DivideByMix.Command(CultureInfo.GetCultureInfo("zh-Hans")));

        var listed = await owner.Send(new ListSegments.Query(made.Set));
        Assert.Equal([60, 40], listed.Items.Select(item => item.Conversations));
        Assert.Matches("^2 (技术故障|账户登录|软件更新)", listed.Items[1].Segment.Name);
        var rule = Assert.IsType<MixRule>(listed.Items[0].Segment.Rule);
        Assert.Equal(2, rule.Criterion.MinBy(each => each.Value).Key);
    }

    [Fact]
    public async Task Too_few_conversations_show_no_mix()
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenTranscriptsAsync(organisation, Of(Price, "small", 1));

        Assert.Equal(new DivideByMix.Result(null, 1), await planner.As(organisation.Owner, organisation).Send(new DivideByMix.Command(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_drawn_segment_has_whom_its_preview_counted()
    {
        var (owner, _, _, _) = await GivenAsync();
        DrawnRule[] rules =
        [
            new([new AttributeCondition("companySize", false, "SMALL")], null, null, null, null),
            new([new AttributeCondition("companySize", true, "arg")], null, null, null, null),
            new([new AttributeCondition("companySize", true, "a"), new AttributeCondition("plan", false, "Pro")], null, null, null, null),
            new([], Close, null, null, null),
            new([], null, "en", new DateOnly(2026, 2, 1), null),
            new([], null, "de", null, null),
            new([new AttributeCondition("companySize", false, "small")], Price, "en", new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 1)),
        ];
        long[] expected = [10, 10, 0, 6, 8, 0, 6];

        foreach (var (rule, count) in rules.Zip(expected))
        {
            Assert.Equal(new PreviewSegment.Result(count, 20), await owner.Send(new PreviewSegment.Query(rule)));
            var id = await owner.Send(new DrawSegment.Command("Drawn", rule));
            Assert.Equal(count, (await owner.Send(new ListSegments.Query(SegmentRule.DrawnSet))).Items.Single(item => item.Segment.Id == id).Conversations);
        }
    }

    [Fact]
    public async Task A_rule_that_says_nothing_or_cannot_hold_is_refused_and_so_is_a_segment_without_a_name()
    {
        var (owner, _, _, _) = await GivenAsync();
        async Task RefusedAsync(string code, string? name, DrawnRule rule) =>
            Assert.Contains(code, (await Assert.ThrowsAsync<ValidationException>(() => owner.Send(new DrawSegment.Command(name, rule)))).Errors.Select(error => error.ErrorCode));

        await RefusedAsync("Empty", "Name", new([], null, null, null, null));
        await RefusedAsync("Missing", " ", new([], Price, null, null, null));
        await RefusedAsync("TooLong", new string('n', 101), new([], Price, null, null, null));
        await RefusedAsync("MonthsReversed", "Name", new([], null, null, new DateOnly(2026, 2, 1), new DateOnly(2026, 1, 1)));
        await RefusedAsync("TooLong", "Name", new([new AttributeCondition("plan", false, " ")], null, null, null, null));
        Assert.Empty((await owner.Send(new ListSegments.Query(null))).Sets);
    }

    [Fact]
    public async Task A_segment_is_renamed_and_the_division_it_is_of_goes_as_a_whole()
    {
        var (owner, _, _, _) = await GivenAsync();
        var set = (await owner.Send(new DivideByAttribute.Command("companySize", "Others"))).Set;
        var drawn = await owner.Send(new DrawSegment.Command("Leaving", new([], Close, null, null, null)));
        var first = (await owner.Send(new ListSegments.Query(set))).Items[0].Segment.Id;

        await owner.Send(new RenameSegment.Command(first, " Renamed "));
        Assert.Equal("Renamed", (await owner.Send(new ListSegments.Query(set))).Items[0].Segment.Name);

        await owner.Send(new RemoveSegment.Command(first));
        var left = await owner.Send(new ListSegments.Query(set));
        Assert.Equal([drawn], left.Sets.SelectMany(each => each.Segments).Select(segment => segment.Id));
        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new RenameSegment.Command(first, "Gone")));
    }

    [Fact]
    public async Task A_segment_tells_its_size_its_wants_its_mood_its_words_about_price_and_examples()
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenTranscriptsAsync(organisation, [.. Twenty, Of(Price, "small", 1, "it is so expensive") with { PriceWords = ["expensive"] }]);
        var owner = planner.As(organisation.Owner, organisation);
        await owner.Send(new OpenDemand.Query(null, null, null));
        await owner.Send(new DivideByAttribute.Command("companySize", "Others"));

        var small = (await owner.Send(new ListSegments.Query(null))).Items.Single(item => item.Segment.Name == "small");

        Assert.Equal((11, 7), (small.Conversations, small.Shares[Price].Given));
        Assert.Equal((-0.5, 0.5), (Math.Round(small.Mood.First!.Value, 6), Math.Round(small.Mood.Last!.Value, 6)));
        Assert.Equal([new ListSegments.PriceWord("expensive", 1)], small.PriceWords);
        Assert.Equal(2, small.Examples.Count);
    }

    [Fact]
    public async Task A_refresh_changes_only_what_has_changed()
    {
        var (owner, organisation, model, upload) = await GivenAsync();
        await owner.Send(new DivideByAttribute.Command("companySize", "Others"));
        var before = await MembersAsync(organisation);
        await planner.GivenMoreTranscriptsAsync(organisation, model, upload, Of(Price, "small", 4));
        await using (var db = planner.Database.AsOwner())
            await db.Database.ExecuteSqlAsync($"update conversations set attributes = jsonb_build_object() where id = {before[0].Conversation}", TestContext.Current.CancellationToken);

        await owner.Send(new RefreshSegments.Command());

        var after = await MembersAsync(organisation);
        Assert.Equal([before[0]], before.Except(after));
        Assert.Single(after.Except(before));
    }

    private static GivenConversation Asking(params string[] intents) =>
        new([.. intents.Select(intent => new GivenTurn(Speaker.Customer, $"about {intent}", intent))]) { StartedAt = new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero) };

    private async Task<List<(Guid Segment, Guid Conversation)>> MembersAsync(GivenOrganisation organisation)
    {
        await using var db = planner.Database.AsOwner();
        return [.. (await db.SegmentConversations.IgnoreQueryFilters().Where(member => member.OrganisationId == organisation.Id)
            .OrderBy(member => member.SegmentId).ThenBy(member => member.ConversationId).ToListAsync(TestContext.Current.CancellationToken)).Select(member => (member.SegmentId, member.ConversationId))];
    }

    private async Task<(Sender Owner, GivenOrganisation Organisation, Guid Model, Guid Upload)> GivenAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var (model, upload, _) = await planner.GivenTranscriptsAsync(organisation, Twenty);
        var owner = planner.As(organisation.Owner, organisation);
        await owner.Send(new OpenDemand.Query(null, null, null));
        return (owner, organisation, model, upload);
    }

    private static (string, long) Told(ListSegments.Item item) => (item.Segment.Name, item.Conversations);
}
