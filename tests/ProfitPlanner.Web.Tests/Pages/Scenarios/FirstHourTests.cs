using Microsoft.Playwright;

namespace ProfitPlanner.Web.Tests.Pages.Scenarios;

/// <summary>What a newcomer does, from the start page on, in a real browser.</summary>
public sealed class FirstHourTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    [Fact]
    public Task A_founder_registers_names_an_organisation_and_sees_the_articles_profit_as_they_type() => browser.VisitAsync(app, async visit =>
    {
        var page = visit.Page;
        await visit.GoAsync("/account/register");
        await page.FillAsync("[name=DisplayName]", "Ada Founder");
        await page.FillAsync("[name=Email]", "ada@start.example");
        await page.FillAsync("[name=Password]", "correct horse battery");
        await page.ClickAsync("main form button.primary");

        await visit.GoAsync("/outbox");
        await page.ClickAsync("a[href*='/account/confirm']");
        await page.ClickAsync("main form button.primary");
        await page.FillAsync("[name=Password]", "correct horse battery");
        await page.ClickAsync("main form button.primary");

        await page.FillAsync("[name=Name]", "Start");
        await page.ClickAsync("main form button.primary");
        await page.WaitForURLAsync("**/o/start/scenarios");
        await page.ClickAsync(".title-line a.primary");

        await page.FillAsync("#Name", "The article's check");
        await page.ClickAsync("main form button.primary");
        var editor = new Editor(visit);
        await page.ClickAsync("[data-add=segments]");
        await page.Keyboard.TypeAsync("All");
        await editor.Cell("potentialCustomers").FillAsync("10,000");
        await editor.Cell("conversion").FillAsync("20%");
        await editor.Cell("revenue/price").FillAsync("100");
        await editor.Cell("variableCost").FillAsync("30");
        await page.ClickAsync("[data-add=fixedCosts]");
        await page.Locator("#fixedCosts tbody [name$='/amount']").FillAsync("100000");

        await editor.SeesProfitAsync("$40,000.00");
        await editor.SeesSavedAsync();
        await page.ReloadAsync();
        await editor.SeesProfitAsync("$40,000.00");
    });

    [Fact]
    public Task The_demo_is_one_click_away_and_filled() => browser.VisitAsync(app, async visit =>
    {
        await visit.GoAsync("/account/sign-in");
        await visit.AssertAccessibleAsync();
        await visit.Page.ClickAsync("button[value=founder]");
        await visit.Page.WaitForURLAsync("**/o/demo/scenarios");

        Assert.True(await visit.Page.Locator(".scenario").CountAsync() >= 4);
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("demo");
    });

    [Fact]
    public async Task Each_of_the_fifteen_templates_opens_and_computes()
    {
        var organisation = await app.GivenOrganisationAsync();
        await browser.VisitAsync(app, async visit =>
        {
            await visit.SignInAsync(app, organisation.Owner, organisation);
            await visit.GoAsync($"/o/{organisation.Slug}/scenarios/new");
            await visit.AssertAccessibleAsync();
            await visit.PictureAsync("templates");
            var keys = await visit.Page.Locator("button[name=template]").EvaluateAllAsync<string[]>("buttons => buttons.map(b => b.value)");

            Assert.Equal(15, keys.Distinct().Count());
            foreach (var key in keys)
            {
                await visit.GoAsync($"/o/{organisation.Slug}/scenarios/new");
                await visit.Page.ClickAsync($"button[value={key}]");
                await visit.Page.WaitForSelectorAsync("#profit");
                Assert.Matches(@"^\u2212?[$€¥][\d,]+\.\d\d$", await visit.Page.InnerTextAsync("#profit"));
                Assert.True(await visit.Page.Locator(".why").CountAsync() > 5, $"{key} gives no reasons.");
                await visit.Page.WaitForSelectorAsync("#plot-waterfall svg");
            }
        });
    }
}
