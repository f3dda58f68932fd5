using System.Net;
using Microsoft.Playwright;
using ProfitPlanner.Application.Review;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Pages.Demand;

public sealed class ReviewTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    private const string Refund = Reviews.Refund;
    private const string Delivery = Reviews.Delivery;

    [Fact]
    public async Task Turns_are_labelled_by_the_keyboard_alone_and_nothing_is_lost()
    {
        // The model is least sure of the first, then of the second, and so on.
        var organisation = await GivenAsync(
            Asked("please give it back", Refund, 0.1f), Asked("nobody rang", Delivery, 0.2f), Asked("that was mine", Refund, 0.4f), Asked("still waiting here", Delivery, 0.7f));
        await OpenAsync(organisation, organisation.Owner, "", async visit =>
        {
            // While the page is busy with an answer it takes no key, even where the next turn can be seen already.
            var (page, asked) = (visit.Page, visit.Page.Locator("#review:not([aria-busy=true]) .line[aria-current=true]"));
            await SeesAsync(asked, "please give it back");
            await SeesAsync(page.Locator("#proposal"), "The model proposes Refund (10% sure).");
            await visit.AssertAccessibleAsync();
            await visit.PictureAsync("review-wide");

            await page.Keyboard.PressAsync("?");
            await Assertions.Expect(page.Locator("#review-keys")).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("?");
            await Assertions.Expect(page.Locator("#review-keys")).ToBeHiddenAsync();

            await page.Keyboard.PressAsync("Enter");
            await SeesAsync(asked, "nobody rang");
            await SeesAsync(page.Locator("#review-status"), "Saved: Refund. 1 labels, 1 of them yours.");
            await Assertions.Expect(page.Locator("#turn")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("s");
            await SeesAsync(asked, "that was mine");
            await page.Keyboard.PressAsync("2");
            await SeesAsync(asked, "still waiting here");
            await SeesAsync(page.Locator("#review-status"), "Saved: Delivery.");

            // Loaded again: the same turn, and what was skipped stays skipped.
            await page.ReloadAsync();
            await SeesAsync(asked, "still waiting here");
            await page.Keyboard.PressAsync("u");
            await SeesAsync(asked, "that was mine");
            await page.Keyboard.PressAsync("n");
            await SeesAsync(asked, "still waiting here");
            await page.Keyboard.PressAsync("N");
            await SeesAsync(page.Locator("#turn"), "Every turn has been labelled or skipped.");
            await visit.AssertAccessibleAsync();
        });

        var listed = await app.As(organisation.Owner, organisation).Send(new ListIntents.Query());
        Assert.Equal((1, 0, 2), (listed.Intents.Single(i => i.Key == Refund).Turns, listed.Intents.Single(i => i.Key == Delivery).Turns, listed.NoneOfThese));
    }

    [Fact]
    public async Task Touch_labels_on_a_narrow_screen_and_two_peoples_answers_are_compared_and_settled()
    {
        var organisation = await GivenAsync(Asked("give it back", Refund, 0.2f), Asked("where is it", Delivery, 0.3f));
        var analyst = await app.GivenMemberAsync(organisation, Role.Analyst, "Ann");
        var owner = app.As(organisation.Owner, organisation);
        for (var i = 0; i < 2; i++)
        {
            var next = (await owner.Send(new NextToReview.Query(ReviewFilter.New, null, []))).Turn!;
            await owner.Send(new LabelTurn.Command(next.Key.ConversationId, next.Key.Number, next.Proposal!.Intent));
        }

        await OpenAsync(organisation, analyst, "?show=SecondOpinion", async visit =>
        {
            var page = visit.Page;
            await Assertions.Expect(page.Locator("#opinions")).ToHaveCountAsync(0);
            // Refund of both: one of them is right.
            await page.Locator(".intents button").First.ClickAsync();
            await SeesAsync(page.Locator("#review-status"), "1 of them yours");
            await page.Locator(".intents button").First.ClickAsync();
            await SeesAsync(page.Locator("#turn"), "There is no turn that one other person alone has labelled.");

            await visit.GoAsync($"/o/{organisation.Slug}/demand/review?show=Disagreement");
            await SeesAsync(page.Locator("#agreement tbody tr"), "50%");
            await SeesAsync(page.Locator("#agreement tbody tr"), "0 (");
            await SeesAsync(page.Locator("#disagreements li"), "where is it");
            await SeesAsync(page.Locator("#opinions"), "You: Refund");
            await SeesAsync(page.Locator("#opinions"), "Olivia Owner: Delivery");
            await visit.AssertAccessibleAsync();
            await visit.AssertFitsAsync();
            await visit.PictureAsync("review-settle-narrow");

            await page.Keyboard.PressAsync("2");
            await SeesAsync(page.Locator("#turn"), "There is nothing to settle");
            await SeesAsync(page.Locator(".notice"), "Settled: Delivery.");
            await Assertions.Expect(page.Locator("#disagreements")).ToHaveCountAsync(0);
        }, narrow: true);

        Assert.Equal(1, (await owner.Send(new ListIntents.Query())).Intents.Single(i => i.Key == Delivery).Turns);
    }

    [Fact]
    public async Task Labels_are_downloaded_by_those_who_may_read_them_and_a_viewer_gets_neither_turns_nor_file()
    {
        var organisation = await GivenAsync(Asked("give it back", Refund, 0.2f));
        var viewer = await app.GivenMemberAsync(organisation, Role.Viewer);
        await OpenAsync(organisation, organisation.Owner, "", async visit =>
        {
            await visit.Page.Keyboard.PressAsync("Enter");
            await SeesAsync(visit.Page.Locator("#turn"), "Every turn has been labelled");
            var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.ClickAsync("text=Download all labels"));
            Assert.Equal("labels.csv", download.SuggestedFilename);
            Assert.Contains(",give it back,refund,Olivia Owner,", await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        });
        await browser.VisitAsync(app, async visit =>
        {
            await visit.SignInAsync(app, viewer, organisation);
            visit.ExpectedStatus = 403;
            Assert.Equal(403, (await visit.GoAsync($"/o/{organisation.Slug}/demand/review")).Status);
            Assert.Equal((int)HttpStatusCode.Forbidden, (await visit.GoAsync($"/o/{organisation.Slug}/demand/review?handler=Labels")).Status);
        });
    }

    [Theory]
    [InlineData("en", false, false)]
    [InlineData("zh-CN", false, true)]
    [InlineData("zh-CN", true, false)]
    public async Task The_page_is_accessible_fits_its_window_and_speaks_one_language(string language, bool narrow, bool dark)
    {
        var organisation = await app.GivenOrganisationAsync(await app.GivenPersonAsync("欧文"));
        await app.GivenTranscriptsAsync(organisation, new GivenConversation(
            new GivenTurn(Speaker.Agent, "您好，请问有什么可以帮您？"), new GivenTurn(Speaker.Customer, "学生有优惠吗？", "cheaper_plan", Confidence: 0.4f), new GivenTurn(Speaker.Agent, "有的，请稍等。")));
        await app.As(organisation.Owner, organisation).Send(new AdoptIntents.Command(IntentSet.General, System.Globalization.CultureInfo.GetCultureInfo(language)));
        await OpenAsync(organisation, organisation.Owner, "", async visit =>
        {
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            await Assertions.Expect(visit.Page.Locator(".intents button")).ToHaveCountAsync(12);
            await visit.PictureAsync($"review-{language}-{(narrow ? "narrow" : "wide")}");
            await visit.AssertFitsAsync();
            await visit.AssertAccessibleAsync();
            if (language.StartsWith("zh", StringComparison.Ordinal))
                await ChineseText.AssertAsync(visit.Page);
        }, language, narrow);
    }

    [Fact]
    public async Task Before_there_is_anything_to_label_the_page_says_what_to_do()
    {
        var organisation = await app.GivenOrganisationAsync();
        await OpenAsync(organisation, organisation.Owner, "", async visit =>
        {
            await SeesAsync(visit.Page.Locator("#turn"), "choose the intents");
            await visit.AssertAccessibleAsync();
            await visit.Page.ClickAsync("#turn a");
            await visit.Page.WaitForURLAsync("**/demand/models");
        });
    }

    private static GivenTurn Asked(string text, string intent, float confidence) => new(Speaker.Customer, text, intent, Confidence: confidence);

    private async Task<GivenOrganisation> GivenAsync(params GivenTurn[] turns)
    {
        var organisation = await app.GivenOrganisationAsync();
        await app.GivenTranscriptsAsync(organisation, [.. turns.Select(turn => new GivenConversation(turn) { Id = Reviews.ConversationId(isHeldOut: false) })]);
        await app.GivenIntentsAsync(organisation, Refund, Delivery);
        return organisation;
    }

    private Task OpenAsync(GivenOrganisation organisation, GivenPerson person, string query, Func<Visit, Task> act, string language = "en", bool narrow = false) =>
        browser.VisitAsync(app, async visit =>
        {
            visit.Page.SetDefaultTimeout(30_000);
            Assertions.SetDefaultExpectTimeout(30_000);
            await visit.SignInAsync(app, person, organisation);
            await visit.GoAsync($"/o/{organisation.Slug}/demand/review{query}");
            await act(visit);
        }, language, narrow);

    private static Task SeesAsync(ILocator place, string text) => Assertions.Expect(place).ToContainTextAsync(text);
}
