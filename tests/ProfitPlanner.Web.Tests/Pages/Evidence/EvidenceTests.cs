using Microsoft.Playwright;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Testing;
using static ProfitPlanner.Web.Tests.Pages.PlanRoom;

namespace ProfitPlanner.Web.Tests.Pages.Evidence;

public sealed class EvidenceTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    private static readonly string Churn = $"segments/{Shops}/lifecycle/churn";

    [Fact]
    public Task An_analyst_sends_a_number_of_demand_and_a_founder_takes_it_over() => VisitAsync(async at =>
    {
        var page = at.Visit.Page;
        await at.Visit.SignInAsync(app, at.Analyst, at.Organisation);
        await at.Visit.GoAsync($"{at.Room}/evidence");
        await SeesAsync(page.Locator(".empty"), "Nothing was sent to this scenario yet");
        await at.Visit.AssertAccessibleAsync();
        await page.ClickAsync("text=Send evidence to a scenario");

        // Nothing chosen is nothing, and not another intent.
        await page.SelectOptionAsync("#intent", Array.Empty<string>());
        await SeesAsync(page.Locator("#preview .problems"), "Choose one to fifty intents");

        // While it is typed: 20 of 100 ask, and all who ask buy.
        await page.SelectOptionAsync("#intent", "get_product");
        await SeesAsync(page.Locator("#signal"), "Everybody: 20% (13.3%–28.9%) of 100 conversations ask for “Get a product”");
        await page.SelectOptionAsync("#number", $"{at.Scenario}:{Conversion}");
        await SeesAsync(page.Locator("#from-to"), "From 20%");
        await page.FillAsync("#takers", "30% to 40%");
        await SeesAsync(page.Locator("#arithmetic"), "35% ±");
        await at.Visit.AssertAccessibleAsync();
        await page.WaitForSelectorAsync("#plot-before-after svg");
        await at.Visit.PictureAsync("evidence-new");

        await page.FillAsync("#takers", "some");
        await SeesAsync(page.Locator("#preview .problems"), "The share of those who ask: above 0%");
        await page.FillAsync("#takers", "50%");
        await SeesAsync(page.Locator("#arithmetic"), "× 50%");
        await page.FillAsync("#remark", "Seen in the first quarter.");
        await page.ClickAsync("#evidence-form button.primary");

        await SeesAsync(page.Locator("main > .notice").First, "Sent.");
        await SeesAsync(page.Locator("blockquote"), "Seen in the first quarter.");
        await SeesAsync(page.Locator("main"), "An owner or a founder of the organisation decides.");
        await Assertions.Expect(page.Locator("button:has-text('Accept')")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#sentences a")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("/demand/sentences\\?intent=get_product&model="));
        await at.Visit.AssertAccessibleAsync();
        var address = page.Url;
        Assert.Equal(0.2m, (await at.SavedAsync()).Segments[0].Conversion.Value);

        await page.Context.ClearCookiesAsync();
        await at.Visit.SignInAsync(app, at.Organisation.Owner, at.Organisation);
        await page.GotoAsync(address);
        await SeesAsync(page.Locator("#comparison"), "Chance of a profit");
        await page.WaitForSelectorAsync("#plot-before-after svg");
        await at.Visit.PictureAsync("evidence-item");
        await page.ClickAsync("text=Accept: the number becomes");
        await SeesAsync(page.Locator("main > .notice").First, "The number is now the proposed one");
        Assert.Equal(0.1, (double)(await at.SavedAsync()).Segments[0].Conversion.Value, 1e-6);

        // From the number back to the evidence.
        await at.Visit.GoAsync($"{at.Room}/uncertainty");
        await page.Locator($"[id='{Conversion}'] summary").ClickAsync();
        await page.Locator($"[id='{Conversion}'] a").ClickAsync();
        await SeesAsync(page.Locator("h1"), "Accepted");
        await at.Visit.GoAsync($"{at.Room}/evidence");
        await SeesAsync(page.Locator("#evidence li"), "accepted by Olivia Owner");
        await at.Visit.AssertAccessibleAsync();
        await at.Visit.PictureAsync("evidence-list");
    });

    [Fact]
    public Task A_number_that_moved_meanwhile_is_shown_beside_the_proposal_and_nothing_is_accepted() => VisitAsync(async at =>
    {
        var page = at.Visit.Page;
        var id = await app.GivenEvidenceAsync(at.Organisation, at.Scenario, Conversion, 0.2m);
        await at.Visit.SignInAsync(app, at.Organisation.Owner, at.Organisation);
        await at.Visit.GoAsync($"/o/{at.Organisation.Slug}/evidence/{id}");
        await app.As(at.Organisation.Owner, at.Organisation).Send(new ChangeScenario.Command(at.Scenario, [ScenarioChange.To(Conversion, (Estimate?)0.25m)]));

        await page.ClickAsync("text=Accept: the number becomes");

        await SeesAsync(page.Locator("main > .problems"), "was changed by somebody while you looked");
        await SeesAsync(page.Locator("#number tr").Nth(0), "20%");
        await SeesAsync(page.Locator("#number tr").Nth(1), "25%");
        Assert.Equal(0.25m, (await at.SavedAsync()).Segments[0].Conversion.Value);
        await at.Visit.AssertAccessibleAsync();
        await page.ClickAsync("button:has-text('Decline')");
        await SeesAsync(page.Locator("main > .notice").First, "Declined. The number stays as it is");
        await SeesAsync(page.Locator("h1"), "Declined");
        Assert.Equal(0.25m, (await at.SavedAsync()).Segments[0].Conversion.Value);
    });

    [Fact]
    public Task A_viewer_sees_the_numbers_and_no_way_to_sentences_or_decisions() => VisitAsync(async at =>
    {
        var page = at.Visit.Page;
        var id = await app.GivenEvidenceAsync(at.Organisation, at.Scenario, Churn, 0.05m);
        await at.Visit.SignInAsync(app, await app.GivenMemberAsync(at.Organisation, Role.Viewer), at.Organisation);

        await at.Visit.GoAsync($"/o/{at.Organisation.Slug}/evidence/{id}");

        await SeesAsync(page.Locator("#signal"), "SMB: 14% (11%–17%) of 1,240 conversations ask for “Fees and pricing”, from Jan 2026 to Mar 2026");
        await SeesAsync(page.Locator("main"), "What customers wrote is shown to owners, founders and analysts only.");
        await Assertions.Expect(page.Locator("#sentences")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("main form button")).ToHaveCountAsync(0);
        // Churn is seen over months.
        await SeesAsync(page.Locator("#comparison"), "Chance that cash never runs out");
        await at.Visit.AssertAccessibleAsync();
        at.Visit.ExpectedStatus = 403;
        Assert.Equal(403, (await at.Visit.GoAsync($"/o/{at.Organisation.Slug}/evidence/new")).Status);
    });

    [Fact]
    public Task In_Chinese_nothing_is_left_in_English() => VisitAsync(async at =>
    {
        var id = await app.GivenEvidenceAsync(at.Organisation, at.Scenario, Conversion, 0.2m, "小企业");
        await at.Visit.SignInAsync(app, at.Organisation.Owner, at.Organisation);
        foreach (var (address, picture) in new[] { ($"{at.Room}/evidence", "list"), ($"/o/{at.Organisation.Slug}/evidence/{id}", "item"), ($"/o/{at.Organisation.Slug}/evidence/new", "new") })
        {
            await at.Visit.GoAsync(address);
            if (picture != "list")
                await at.Visit.Page.WaitForSelectorAsync("#plot-before-after svg");
            await ChineseText.AssertAsync(at.Visit.Page);
            await at.Visit.AssertAccessibleAsync();
            await at.Visit.PictureAsync($"evidence-{picture}-chinese");
        }
    }, language: "zh-CN", scenario: InChinese(PlanRoom.Uncertain()));

    [Fact]
    public Task On_a_phone_everything_fits() => VisitAsync(async at =>
    {
        var id = await app.GivenEvidenceAsync(at.Organisation, at.Scenario, Conversion, 0.2m);
        await at.Visit.SignInAsync(app, at.Organisation.Owner, at.Organisation);
        await at.Visit.Page.SetViewportSizeAsync(360, 800);
        foreach (var (address, picture) in new[] { ($"{at.Room}/evidence", "list"), ($"/o/{at.Organisation.Slug}/evidence/{id}", "item"), ($"/o/{at.Organisation.Slug}/evidence/new", "new") })
        {
            await at.Visit.GoAsync(address);
            await at.Visit.AssertFitsAsync();
            await at.Visit.PictureAsync($"evidence-{picture}-narrow");
        }
        await at.Visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await at.Visit.AssertAccessibleAsync();
        await at.Visit.PictureAsync("evidence-new-narrow-dark");
    }, narrow: true);

    [Fact]
    public async Task Without_conversations_the_form_says_what_to_do_first()
    {
        var organisation = await app.GivenOrganisationAsync();
        await browser.VisitAsync(app, async visit =>
        {
            await visit.SignInAsync(app, organisation.Owner, organisation);
            await visit.GoAsync($"/o/{organisation.Slug}/evidence/new");
            await SeesAsync(visit.Page.Locator(".empty"), "Upload transcripts first");
            await visit.AssertAccessibleAsync();
        });
    }

    private static Scenario InChinese(Scenario scenario) => scenario with
    {
        Name = "方案甲",
        Segments = [scenario.Segments[0] with { Name = "商店" }],
        FixedCosts = [scenario.FixedCosts[0] with { Name = "租金" }],
    };

    /// <summary>A scenario with churn, and a hundred conversations of which twenty ask for the product.</summary>
    private async Task VisitAsync(Func<Given, Task> act, string language = "en", bool narrow = false, Scenario? scenario = null)
    {
        var organisation = await app.GivenOrganisationAsync(language == "en" ? null : await app.GivenPersonAsync("张三"));
        var content = scenario ?? PlanRoom.Uncertain();
        content = content with
        {
            Segments = [content.Segments[0] with { Conversion = 0.2m, Lifecycle = new Lifecycle { Churn = 0.05m } }],
            Projection = new ProjectionPlan { OpeningCash = new Estimate(new UniformDistribution(100_000, 200_000)) },
        };
        var id = await app.GivenStoredScenarioAsync(organisation, content);
        await app.GivenTranscriptsAsync(organisation, [.. Enumerable.Range(0, 100).Select(i =>
            new GivenConversation(new GivenTurn(Speaker.Customer, "Hello", i < 20 ? "get_product" : i < 60 ? null : "place_order")) { StartedAt = new(2026, 1 + i % 3, 10, 12, 0, 0, TimeSpan.Zero) })]);
        var analyst = await app.GivenMemberAsync(organisation, Role.Analyst);
        await browser.VisitAsync(app, visit => act(new Given(
            visit, organisation, id, analyst, $"/o/{organisation.Slug}/scenarios/{id}",
            async () => (await app.As(organisation.Owner, organisation).Send(new OpenScenario.Query(id))).Scenario)), language, narrow);
    }

    private sealed record Given(Visit Visit, GivenOrganisation Organisation, Guid Scenario, GivenPerson Analyst, string Room, Func<Task<Scenario>> SavedAsync);
}
