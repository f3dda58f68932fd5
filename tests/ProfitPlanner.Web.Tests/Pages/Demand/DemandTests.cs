using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Intents.Bundles;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Pages.Demand;

public sealed class DemandTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    [Theory]
    [InlineData("en", false)]
    [InlineData("zh-Hans", true)]
    public Task Before_anything_is_uploaded_the_page_says_what_to_upload_and_shows_a_sample(string language, bool narrow) =>
        VisitAsync(null, async (visit, address) =>
        {
            await visit.GoAsync(address);
            await SeesAsync(visit, "#nothing", language == "en" ? "Upload support conversations" : "请上传客服对话");
            await SeesAsync(visit, ".sample .badge", language == "en" ? "Sample" : "示例");
            await AssertWellAsync(visit, language, $"demand-empty-{language}");

            await visit.GoAsync($"{address}/segments");
            await SeesAsync(visit, ".empty", language == "en" ? "Upload transcripts first" : "请先上传客服记录");
            await AssertWellAsync(visit, language, $"segments-empty-{language}");
        }, language, narrow);

    [Fact]
    public Task From_a_number_it_is_two_clicks_to_the_whole_conversation() => VisitAsync(Half, async (visit, address) =>
    {
        var page = visit.Page;
        await visit.GoAsync(address);
        await SeesAsync(visit, "#answer", "Customers come most for “Fees and prices”");
        await SeesAsync(visit, "#answer", "“Close the account” has grown");
        await SeesAsync(visit, "#how-sure", "How sure: with 240 conversations");
        await page.WaitForSelectorAsync("#plot-trend svg");
        await AssertWellAsync(visit, "en", "demand-en");

        await page.ClickAsync("#heat-map tbody tr:first-child td a");
        await SeesAsync(visit, "#what", "conversations");
        await Assertions.Expect(page.Locator(".conversations > li")).ToHaveCountAsync(ListSentences.PageSize);
        await AssertWellAsync(visit, "en", "sentences-en");
        await page.ClickAsync("a[rel=next]");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("after="));

        await page.ClickAsync(".conversations li:first-child a");
        await SeesAsync(visit, ".turns", "how much does it cost");
        await page.WaitForSelectorAsync("#plot-mood svg");
        await AssertWellAsync(visit, "en", "conversation-en");
    });

    [Fact]
    public Task Where_none_of_the_models_labels_fits_the_table_has_that_row_alone() => VisitAsync(OfNothing, async (visit, address) =>
    {
        await visit.GoAsync(address);
        await Assertions.Expect(visit.Page.Locator("#heat-map .heat tbody tr")).ToHaveCountAsync(1);
        await SeesAsync(visit, "#heat-map .heat tbody tr", "100%");
        // Heard by its words alone, it has no share of an intent that evidence could speak of.
        await SeesAsync(visit, "#signal-featureRequest", "100%");
        await Assertions.Expect(visit.Page.Locator("#signals a[href*='/evidence/']")).ToHaveCountAsync(0);

        await visit.GoAsync($"{address}?group=Talk");
        await Assertions.Expect(visit.Page.Locator("#heat-map .heat tbody tr")).ToHaveCountAsync(1);
        await visit.GoAsync($"{address}?to=9999-12");
        await SeesAsync(visit, ".problems", "This is not a month");
        await visit.GoAsync($"{address}/sentences?word=dark%00mode");
        await SeesAsync(visit, ".problems", "The word has a character that is in no conversation");
    });

    [Fact]
    public Task Within_four_months_a_change_is_dated_by_its_week() => VisitAsync(ByWeek, async (visit, address) =>
    {
        await visit.GoAsync(address);
        await SeesAsync(visit, "#answer", "“Close the account” has grown: from 10% to 70% of conversations since week of 9 Feb 2026");
        await SeesAsync(visit, "#signal-cancellation", "Up since week of 9 Feb 2026");
    });

    [Fact]
    public Task Segments_are_made_in_three_ways_and_become_columns() => VisitAsync(Half, async (visit, address) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"{address}/segments");
        await SeesAsync(visit, ".empty", "Divide the conversations");
        await page.SelectOptionAsync("#attribute", "plan");
        await SubmitAsync(page, "#by-attribute button");
        await Assertions.Expect(page.Locator(".segment")).ToHaveCountAsync(2);
        await AssertWellAsync(visit, "en", "segments-en");

        await SubmitAsync(page, "#by-mix button");
        await page.WaitForSelectorAsync("#plot-criterion svg");
        await SeesAsync(visit, "#chart-criterion figcaption", "segments: more would fit chance");
        await AssertWellAsync(visit, "en", "segments-mix-en");

        await page.FillAsync("#Drawn_Name", "Costly");
        await page.SelectOptionAsync("#attribute-0", "plan");
        await page.SelectOptionAsync("#part-0", "true");
        await page.FillAsync("#Drawn_Value_0_", "PR");
        await page.ClickAsync("#count");
        await SeesAsync(visit, "#preview", "120 of 240");
        await SubmitAsync(page, "#draw button.primary");
        await SeesAsync(visit, "main > .notice", "“Costly” is saved.");
        await SeesAsync(visit, ".segment", "plan contains PR");

        await page.ClickAsync(".segment .more summary");
        await page.FillAsync(".segment [name=name]", "Professional");
        await SubmitAsync(page, ".segment .inline-form button:not(.danger)");
        await SeesAsync(visit, ".segment h2", "Professional");

        await visit.GoAsync(address);
        await SeesAsync(visit, "#heat-map thead", "Professional");
        await AssertWellAsync(visit, "en", "demand-segment-en");
    });

    [Fact]
    public Task A_segment_without_a_condition_is_refused_and_stays_as_typed() => VisitAsync(Half, async (visit, address) =>
    {
        await visit.GoAsync($"{address}/segments");
        await visit.Page.FillAsync("#Drawn_Name", "Everybody");
        await SubmitAsync(visit.Page, "#draw button.primary");

        await SeesAsync(visit, ".problems", "Set at least one condition");
        await Assertions.Expect(visit.Page.Locator("#Drawn_Name")).ToHaveValueAsync("Everybody");
        await visit.AssertAccessibleAsync();
    });

    [Fact]
    public Task Filters_narrow_the_table_and_are_kept_by_what_is_chosen_next() => VisitAsync(Half, async (visit, address) =>
    {
        var page = visit.Page;
        await visit.GoAsync(address);
        await Assertions.Expect(page.Locator("#heat-map .heat tbody tr")).ToHaveCountAsync(4);
        await page.FillAsync("#From", "2026-07");
        await page.UncheckAsync("[name=group][value=Service]");
        await SubmitAsync(page, "#filters button.primary");

        await Assertions.Expect(page.Locator("#conversations")).ToHaveTextAsync("120");
        await Assertions.Expect(page.Locator("#heat-map .heat tbody tr")).ToHaveCountAsync(2);
        await SeesAsync(visit, "#heat-map figcaption", "“Fees and prices” leads with 40%");

        await page.SelectOptionAsync("#trend-of-what", "signal:cancellation");
        await SubmitAsync(page, "#trend form button");
        await Assertions.Expect(page.Locator("#From")).ToHaveValueAsync("2026-07");
        await SeesAsync(visit, "#chart-trend figcaption", "Cancellation and switching");

        await visit.GoAsync($"{address}?from=soon");
        await SeesAsync(visit, ".problems", "This is not a month");
    });

    [Fact]
    public async Task Shares_are_corrected_or_as_counted_whichever_is_asked_for()
    {
        var organisation = await app.GivenOrganisationAsync();
        var (model, _, _) = await app.GivenTranscriptsAsync(organisation, Half);
        var fingerprint = SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(ShippedModel.Folder, Manifest.FileName), TestContext.Current.CancellationToken));
        await using (var db = app.Database.AsOwner())
            await db.IntentModels.IgnoreQueryFilters().Where(each => each.Id == model)
                .ExecuteUpdateAsync(change => change.SetProperty(each => each.Fingerprint, fingerprint), TestContext.Current.CancellationToken);

        await browser.VisitAsync(app, async visit =>
        {
            await visit.SignInAsync(app, organisation.Owner, organisation);
            await visit.GoAsync($"/o/{organisation.Slug}/demand");
            await SeesAsync(visit, "#heat-map .quiet", "corrected for the model's known errors");
            var corrected = await visit.Page.InnerTextAsync("#heat-map .heat tbody tr:first-child td small");
            await AssertWellAsync(visit, "en", "demand-corrected-en");

            await visit.Page.SelectOptionAsync("#plain", "true");
            await SubmitAsync(visit.Page, "#filters button.primary");
            await SeesAsync(visit, "#heat-map .heat tbody tr:first-child td", "34–46% · n = 96");
            Assert.NotEqual(corrected, await visit.Page.InnerTextAsync("#heat-map .heat tbody tr:first-child td small"));
        });
    }

    [Fact]
    public Task The_table_is_downloaded_with_counts_and_intervals() => VisitAsync(Half, async (visit, address) =>
    {
        await visit.GoAsync(address);
        await visit.Page.ClickAsync("#chart-heat summary");
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.ClickAsync("[data-csv=heat]"));

        var lines = (await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Equal("\"Intent\",\"Segment\",\"Counted\",\"Of\",\"Plain\",\"Corrected\",\"Low\",\"High\"", lines[0].TrimStart('\uFEFF'));
        Assert.StartsWith("\"Fees and prices\",\"Everybody\",\"96\",\"240\",\"40%\",\"40%\",", lines[1], StringComparison.Ordinal);
    });

    [Fact]
    public Task A_viewer_sees_the_numbers_without_a_way_to_the_sentences() => VisitAsync(Half, async (visit, address) =>
    {
        await visit.GoAsync(address);
        await SeesAsync(visit, "#answer", "Customers come most for");
        await Assertions.Expect(visit.Page.Locator("a[href*='/demand/sentences'], a[href*='/evidence/']")).ToHaveCountAsync(0);
        await visit.AssertAccessibleAsync();

        visit.ExpectedStatus = 403;
        Assert.Equal(403, (await visit.GoAsync($"{address}/sentences")).Status);
    }, role: Role.Viewer);

    [Fact]
    public Task In_Chinese_and_narrow_every_page_fits_and_nothing_is_left_in_English() => VisitAsync(InChinese, async (visit, address) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"{address}/segments");
        await page.SelectOptionAsync("#attribute", "region");
        await SubmitAsync(page, "#by-attribute button");
        await AssertWellAsync(visit, "zh-Hans", "segments-zh");

        await visit.GoAsync(address);
        await page.WaitForSelectorAsync("#plot-trend svg");
        await AssertWellAsync(visit, "zh-Hans", "demand-zh");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("demand-zh-dark");

        await visit.GoAsync($"{address}/sentences");
        await AssertWellAsync(visit, "zh-Hans", "sentences-zh");
        await page.ClickAsync(".conversations li:first-child a");
        await page.WaitForSelectorAsync("#plot-mood svg");
        await AssertWellAsync(visit, "zh-Hans", "conversation-zh");
    }, language: "zh-Hans", narrow: true);

    // 240 conversations of twelve months: two in five for prices, refunds, and from July on more to close the account.
    private static GivenConversation[] Half { get; } =
    [
        .. Enumerable.Range(0, 240).Select(i => (Month: i / 20 + 1, Of: i % 20)).Select(at =>
            Asking(at.Month, at.Of, at.Of < 8 ? "fees_and_pricing" : at.Of < (at.Month < 7 ? 9 : 15) ? "close_account" : "refund")),
    ];

    // Ten weeks from Monday, 5 January: two in twenty leave, from the sixth on fourteen.
    private static GivenConversation[] ByWeek { get; } =
    [
        .. Enumerable.Range(0, 200).Select(i => new GivenConversation(
            new GivenTurn(Speaker.Customer, "I need help", i % 20 < (i < 100 ? 2 : 14) ? "close_account" : "refund"))
            { StartedAt = new DateTimeOffset(2026, 1, 5, 12, 0, 0, TimeSpan.Zero).AddDays(i / 20 * 7) }),
    ];

    private static GivenConversation[] OfNothing { get; } =
        [.. Enumerable.Range(1, 6).Select(month => new GivenConversation(new GivenTurn(Speaker.Customer, "please add a dark mode")) { StartedAt = new(2026, month, 10, 12, 0, 0, TimeSpan.Zero) })];

    // The same with nothing in it that is not Chinese.
    private static GivenConversation[] InChinese { get; } =
    [
        .. Half.Select(given => new GivenConversation([.. given.Turns.Select(turn => turn with { Text = "请问这个怎么处理" })])
        {
            StartedAt = given.StartedAt, Language = "zh", PriceWords = given.PriceWords,
            Attributes = new() { ["plan"] = "专业版", ["region"] = given.Attributes["region"] },
        }),
    ];

    private static GivenConversation Asking(int month, int number, string intent) =>
        new(
            new GivenTurn(Speaker.Customer, intent == "fees_and_pricing" ? "how much does it cost" : $"I need help with {intent}", intent, -0.4f),
            new GivenTurn(Speaker.Agent, "Let me look that up for you, [NAME-1]"),
            new GivenTurn(Speaker.Customer, intent == "close_account" ? "please cancel my subscription" : "thank you", intent == "close_account" ? intent : "thanks", 0.3f))
        {
            StartedAt = new DateTimeOffset(2026, month, 10, 12, 0, 0, TimeSpan.Zero),
            Attributes = new() { ["plan"] = number % 2 == 0 ? "Pro" : "Free", ["region"] = number % 4 < 2 ? "华东" : "华南" },
            PriceWords = number == 0 ? ["expensive"] : [],
        };

    private static Task SeesAsync(Visit visit, string place, string text) => Assertions.Expect(visit.Page.Locator(place).First).ToContainTextAsync(text);

    private static async Task SubmitAsync(IPage page, string button)
    {
        await page.EvaluateAsync("() => { document.documentElement.dataset.before = '1'; }");
        await page.ClickAsync(button);
        await Assertions.Expect(page.Locator("html[data-before]")).ToHaveCountAsync(0, new() { Timeout = 30_000 });
        await page.WaitForLoadStateAsync();
    }

    private static async Task AssertWellAsync(Visit visit, string language, string picture)
    {
        await visit.PictureAsync(picture);
        await visit.AssertFitsAsync();
        await visit.AssertAccessibleAsync();
        if (language.StartsWith("zh", StringComparison.Ordinal))
            await ChineseText.AssertAsync(visit.Page);
    }

    private async Task VisitAsync(GivenConversation[]? given, Func<Visit, string, Task> act, string language = "en", bool narrow = false, Role role = Role.Owner)
    {
        var organisation = await app.GivenOrganisationAsync();
        if (given is not null)
            await app.GivenTranscriptsAsync(organisation, given);
        var member = role == Role.Owner ? organisation.Owner : await app.GivenMemberAsync(organisation, role);
        await browser.VisitAsync(app, async visit =>
        {
            visit.Page.SetDefaultTimeout(30_000);
            if (narrow)
                await visit.Page.SetViewportSizeAsync(360, 800);
            await visit.SignInAsync(app, member, organisation);
            await act(visit, $"/o/{organisation.Slug}/demand");
        }, language, narrow);
    }
}
