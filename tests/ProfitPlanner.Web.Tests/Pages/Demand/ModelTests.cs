using Microsoft.Playwright;
using ProfitPlanner.Application.Models;
using ProfitPlanner.Application.Review;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Pages.Demand;

public sealed class ModelTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    private static readonly string[] Questions = ["card_arrival", "request_refund", "change_pin"];

    [Fact]
    public async Task An_organisation_starts_with_a_set_and_makes_it_its_own()
    {
        var organisation = await app.GivenOrganisationAsync();
        await OpenAsync(organisation, organisation.Owner, async visit =>
        {
            var page = visit.Page;
            await SeesAsync(page.Locator("section").First, "No intents are defined yet.");
            await visit.AssertAccessibleAsync();
            await page.ClickAsync("text=Start with twelve general intents");
            await SeesAsync(page.Locator(".notice"), "12 intents were added.");
            await Assertions.Expect(page.Locator("#intents > li")).ToHaveCountAsync(12);

            await page.ClickAsync("text=Add an intent of your own");
            await page.FillAsync("#name-", "Late delivery");
            await page.FillAsync("#examples-", "Where is it?\nIt should be here by now.");
            await page.ClickAsync("form[action*='handler=Define'] >> text=Add the intent");
            await SeesAsync(page.Locator(".notice"), "“Late delivery” is saved.");

            await page.ClickAsync("text=Add an intent of your own");
            await page.FillAsync("#name-", "late delivery");
            await page.ClickAsync("form[action*='handler=Define'] >> text=Add the intent");
            await SeesAsync(page.Locator(".problems"), "There is an intent of that name already.");
            await Assertions.Expect(page.Locator("#name-")).ToHaveValueAsync("late delivery");
            await visit.AssertAccessibleAsync();

            await page.Locator("#intents summary", new() { HasText = "Late delivery" }).ClickAsync();
            await page.Locator("#intents > li").Nth(12).Locator("button", new() { HasText = "Up" }).ClickAsync();
            await SeesAsync(page.Locator("#intents summary").Nth(11), "Late delivery");
            await page.Locator("#intents > li").Nth(11).Locator("summary").ClickAsync();
            await visit.PictureAsync("models-intent");
            await page.Locator("#intents > li").Nth(11).Locator("button.danger").ClickAsync();
            await SeesAsync(page.Locator(".notice"), "The intent is deleted.");
        });
    }

    [Fact]
    public async Task An_intent_in_use_cannot_be_deleted_and_is_merged()
    {
        var organisation = await app.GivenOrganisationAsync();
        await app.GivenIntentsAsync(organisation, Reviews.Refund, Reviews.Delivery);
        await app.GivenLabelledAsync(organisation, [("give it back", Reviews.Refund)]);
        await OpenAsync(organisation, organisation.Owner, async visit =>
        {
            var page = visit.Page;
            await page.Locator("#intents summary").First.ClickAsync();
            await page.Locator("#intents button.danger").First.ClickAsync();
            await SeesAsync(page.Locator(".problems"), "1 labels use this intent");
            await page.Locator($"#into-{Reviews.Refund}").SelectOptionAsync(Reviews.Delivery);
            await page.Locator("#intents form[action*='handler=Merge'] button").First.ClickAsync();
            await SeesAsync(page.Locator(".notice"), "1 labels moved");
            await SeesAsync(page.Locator("#intents > li"), "1 labelled");
            await SeesAsync(page.Locator("#supply"), "It takes 2 such intents");
            await Assertions.Expect(page.Locator("button", new() { HasText = "Train a model" })).ToBeDisabledAsync();
        });
    }

    [Fact]
    public async Task A_model_is_trained_looked_at_used_and_given_back_in_the_browser()
    {
        var texts = Reviews.OfBanking77(each: 25, Questions);
        var organisation = await app.GivenOrganisationAsync();
        await app.GivenIntentsAsync(organisation, Questions);
        await app.GivenLabelledAsync(organisation, texts);
        await app.GivenReadByTheShippedModelAsync(organisation);
        var owner = app.As(organisation.Owner, organisation);
        Assert.SkipUnless((await owner.Send(new ListModels.Query())).CanTrain && OperatingSystem.IsLinux(), "The training program is not built, or does not run here.");
        await OpenAsync(organisation, organisation.Owner, async visit =>
        {
            var page = visit.Page;
            await page.ClickAsync("text=Train a model");
            await SeesAsync(page.Locator(".notice"), "Training has begun.");
            await Assertions.Expect(page.Locator("#under-way progress")).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await visit.PictureAsync("models-training");

            await page.Locator("#under-way a", new() { HasText = "Show the result" }).ClickAsync(new() { Timeout = 300_000 });
            await Assertions.Expect(page.Locator("#models a", new() { HasText = "Model 2" })).ToBeVisibleAsync();
            await visit.AssertAccessibleAsync();
            await visit.PictureAsync("models-wide");
            await page.ClickAsync("#models a:text-is('Model 2')");
            await page.WaitForSelectorAsync("#plot-confusion svg");
            await page.WaitForSelectorAsync("#plot-learning-curve svg");
            await SeesAsync(page.Locator("#comparison"), "the one that ships");
            await SeesAsync(page.Locator("#unknown"), "48 labels of that model");
            await visit.AssertAccessibleAsync();
            await visit.PictureAsync("model-wide");

            await page.ClickAsync("text=Use this model");
            await SeesAsync(page.Locator(".notice"), "Demand is read from this model now.");
            await SeesAsync(page.Locator("#models tr", new() { HasText = "in use" }), "Model 2");
            await page.Locator("#models tr", new() { HasText = "Model 1" }).Locator("button", new() { HasText = "Use this model" }).ClickAsync();
            await SeesAsync(page.Locator("#models tr", new() { HasText = "in use" }), "Model 1");
            var download = await page.RunAndWaitForDownloadAsync(() => page.Locator("#models tr", new() { HasText = "Model 1" }).Locator("a", new() { HasText = "Predictions" }).ClickAsync());
            Assert.Equal("predictions.csv", download.SuggestedFilename);
            Assert.Equal(texts.Count + 1, (await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken)).Length);
        });
        Assert.True((await owner.Send(new ListModels.Query())).Models.Single(model => model.IsShipped).IsCurrent);
    }

    [Theory]
    [InlineData("en", true)]
    [InlineData("zh-CN", false)]
    [InlineData("zh-CN", true)]
    public async Task The_pages_are_accessible_fit_their_window_and_speak_one_language(string language, bool narrow)
    {
        var organisation = await app.GivenOrganisationAsync(await app.GivenPersonAsync("欧文"));
        await app.GivenTranscriptsAsync(organisation, new GivenConversation(new GivenTurn(Speaker.Customer, "学生有优惠吗？", "cheaper_plan")));
        await app.As(organisation.Owner, organisation).Send(new AdoptIntents.Command(IntentSet.General, System.Globalization.CultureInfo.GetCultureInfo(language)));
        var model = await app.GivenMeasuredModelAsync(organisation);
        await OpenAsync(organisation, organisation.Owner, async visit =>
        {
            await Assertions.Expect(visit.Page.Locator("#models tbody tr")).ToHaveCountAsync(2);
            await AssertWellAsync(visit, language, $"models-{language}-{(narrow ? "narrow" : "wide")}");
            await visit.GoAsync($"/o/{organisation.Slug}/demand/models/{model}");
            await visit.Page.WaitForSelectorAsync("#plot-reliability svg");
            await AssertWellAsync(visit, language, $"model-{language}-{(narrow ? "narrow" : "wide")}");
        }, language, narrow);
    }

    [Fact]
    public async Task A_model_whose_held_out_turns_are_none_of_the_intents_has_a_page_without_confusion()
    {
        var organisation = await app.GivenOrganisationAsync();
        var model = await app.GivenMeasuredModelAsync(organisation, new HeldOutMeasure([""], [[3]], 1, 1, 0, []));
        await OpenAsync(organisation, organisation.Owner, async visit =>
        {
            await visit.GoAsync($"/o/{organisation.Slug}/demand/models/{model}");
            await SeesAsync(visit.Page.Locator("#takeaway"), "100% of the held-out turns");
            await Assertions.Expect(visit.Page.Locator("#plot-confusion")).ToHaveCountAsync(0);
        });
    }

    [Fact]
    public async Task A_viewer_sees_intents_and_figures_and_changes_nothing()
    {
        var organisation = await app.GivenOrganisationAsync();
        await app.GivenIntentsAsync(organisation, Reviews.Refund);
        await app.GivenTranscriptsAsync(organisation, new GivenConversation(new GivenTurn(Speaker.Customer, "hi", Reviews.Refund)));
        var model = await app.GivenMeasuredModelAsync(organisation);
        var viewer = await app.GivenMemberAsync(organisation, Role.Viewer);
        await OpenAsync(organisation, viewer, async visit =>
        {
            await SeesAsync(visit.Page.Locator("#models"), "62.5%");
            await Assertions.Expect(visit.Page.Locator("main button, main input, main select")).ToHaveCountAsync(0);
            await visit.GoAsync($"/o/{organisation.Slug}/demand/models/{model}");
            await SeesAsync(visit.Page.Locator("#takeaway"), "62.5%");
            await Assertions.Expect(visit.Page.Locator("main form")).ToHaveCountAsync(0);
        });
    }

    private static async Task AssertWellAsync(Visit visit, string language, string picture)
    {
        await visit.PictureAsync(picture);
        await visit.AssertFitsAsync();
        await visit.AssertAccessibleAsync();
        if (language.StartsWith("zh", StringComparison.Ordinal))
            await ChineseText.AssertAsync(visit.Page);
    }

    private Task OpenAsync(GivenOrganisation organisation, GivenPerson person, Func<Visit, Task> act, string language = "en", bool narrow = false) =>
        browser.VisitAsync(app, async visit =>
        {
            visit.Page.SetDefaultTimeout(30_000);
            Assertions.SetDefaultExpectTimeout(30_000);
            await visit.SignInAsync(app, person, organisation);
            await visit.GoAsync($"/o/{organisation.Slug}/demand/models");
            await act(visit);
        }, language, narrow);

    private static Task SeesAsync(ILocator place, string text) => Assertions.Expect(place).ToContainTextAsync(text);
}
