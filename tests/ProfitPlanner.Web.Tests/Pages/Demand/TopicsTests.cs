using Microsoft.Playwright;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Pages.Demand;

/// <summary>What customers talk about, as an analyst finds it in a browser.</summary>
public sealed class TopicsTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    // Everything runs beside other builds.
    private const int Patience = 120_000;

    private static readonly DateTimeOffset February = new(2026, 2, 10, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Real_conversations_become_topics_and_each_is_one_click_from_its_sentences()
    {
        var conversations = Conversations.OfMultiDogo("finance", "train", 120, i => February.AddMonths(i % 2));
        await VisitAsync(conversations, async (visit, address) =>
        {
            await Sees(visit.Page.Locator(".empty"), "Let the topics in them be found");
            await visit.AssertAccessibleAsync();
            await visit.Page.ClickAsync("main form button");
            await Sees(visit.Page.Locator(".job"), "topics");
            await visit.Page.ClickAsync("text=Show the result", new() { Timeout = Patience });

            await visit.Page.WaitForSelectorAsync("#plot-topics svg");
            Assert.True(await visit.Page.Locator("#topics tbody tr").CountAsync() >= 3);
            await Sees(visit.Page.Locator("#takeaway"), "is the largest");
            await visit.AssertAccessibleAsync();
            await visit.AssertFitsAsync();
            await visit.PictureAsync("topics");

            await visit.Page.Locator("#topics tbody a").First.ClickAsync();
            await visit.Page.WaitForSelectorAsync("#sentences tbody tr");
            await visit.PictureAsync("topic");
            await visit.AssertAccessibleAsync();
            await visit.Page.FillAsync("#Name", "Cards and theft");
            await visit.Page.ClickAsync("text=Save");
            await Sees(visit.Page.Locator("main > .notice"), "The name is saved.");
            await visit.Page.ClickAsync("main form button:text-is('Merge')");
            await Sees(visit.Page.Locator("main > .notice"), "The topics are merged.");
            await Sees(visit.Page.Locator(".topic-actions"), "1 merged");
            await visit.Page.ClickAsync("text=Undo the merge");
            await Sees(visit.Page.Locator("main > .notice"), "stand for themselves again");
            await visit.GoAsync(address);
            await Sees(visit.Page.Locator("#topics"), "Cards and theft");
        });
    }

    [Fact]
    public Task Without_conversations_it_says_what_will_appear_and_what_to_do() => VisitAsync([], async (visit, _) =>
    {
        await Sees(visit.Page.Locator(".empty"), "First upload conversations");
        await visit.AssertAccessibleAsync();
        await visit.AssertFitsAsync();
        await visit.PictureAsync("topics-empty");
    });

    [Fact]
    public Task In_chinese_on_a_narrow_screen_a_topic_that_grew_stands_out() => VisitAsync(
        [.. Said(60, "我的订单什么时候能到货", February), .. Said(60, "我的订单什么时候能到货", February.AddMonths(1)), .. Said(40, "你们的价格太贵了，我要退款", February.AddMonths(1))],
        async (visit, _) =>
        {
            await visit.Page.ClickAsync("main form button");
            await visit.Page.ClickAsync("text=查看结果", new() { Timeout = Patience });
            await visit.Page.WaitForSelectorAsync("#plot-topics svg");
            await Sees(visit.Page.Locator("#takeaway"), "1 个话题值得注意");
            await Sees(visit.Page.Locator("#topics"), "新");
            await visit.AssertAccessibleAsync();
            await visit.AssertFitsAsync();
            await ChineseText.AssertAsync(visit.Page);
            await visit.PictureAsync("topics-narrow-zh");
            await visit.Page.Locator("#topics tbody a").First.ClickAsync();
            await visit.Page.WaitForSelectorAsync("#sentences tbody tr");
            await visit.AssertFitsAsync();
            await visit.AssertAccessibleAsync();
            await ChineseText.AssertAsync(visit.Page);
            await visit.PictureAsync("topic-narrow-zh");
        }, language: "zh-Hans", narrow: true);

    [Fact]
    public async Task A_viewer_reads_topics_and_can_neither_search_nor_open_sentences()
    {
        var organisation = await app.GivenOrganisationAsync();
        var given = await app.GivenTopicsAsync(organisation);
        await app.EndedAsync(organisation, given.Job);
        await browser.VisitAsync(app, async visit =>
        {
            await visit.SignInAsync(app, await app.GivenMemberAsync(organisation, Role.Viewer), organisation);
            await visit.GoAsync($"/o/{organisation.Slug}/demand/topics");
            await Sees(visit.Page.Locator("#topics"), "price");
            await Assertions.Expect(visit.Page.Locator("#topics a")).ToHaveCountAsync(0);
            await Assertions.Expect(visit.Page.Locator("main form")).ToHaveCountAsync(0);
            visit.ExpectedStatus = 403;
            await visit.GoAsync($"/o/{organisation.Slug}/demand/topics/{given.Topic}");
        });
    }

    private static Task Sees(ILocator place, string text) => Assertions.Expect(place).ToContainTextAsync(text, new() { Timeout = Patience });

    private static IEnumerable<GivenConversation> Said(int times, string text, DateTimeOffset at) =>
        Enumerable.Range(0, times).Select(_ => new GivenConversation(new GivenTurn(Speaker.Customer, text)) { StartedAt = at, Language = null });

    // The app's own worker reads them first.
    private async Task VisitAsync(IReadOnlyList<GivenConversation> conversations, Func<Visit, string, Task> act, string language = "en", bool narrow = false)
    {
        var organisation = await app.GivenOrganisationAsync();
        if (conversations.Count > 0)
        {
            await app.GivenConversationsAsync(organisation, conversations);
            var job = await app.GivenJobAsync(organisation, JobKind.Classify);
            while ((await app.JobAsync(organisation, job)).State != JobState.Done)
                await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        await browser.VisitAsync(app, async visit =>
        {
            await visit.SignInAsync(app, organisation.Owner, organisation);
            var address = $"/o/{organisation.Slug}/demand/topics";
            await visit.GoAsync(address);
            await act(visit, address);
        }, language, narrow);
    }
}
