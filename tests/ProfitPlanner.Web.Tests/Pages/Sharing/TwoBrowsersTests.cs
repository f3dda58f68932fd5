using Microsoft.Playwright;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Pages.Sharing;

/// <summary>A founder and an investor, each in a browser of their own, at the same time.</summary>
public sealed class TwoBrowsersTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    [Fact]
    public async Task What_the_investor_asks_and_looks_at_reaches_the_founder_who_can_shut_the_door_meanwhile()
    {
        var organisation = await app.GivenOrganisationAsync();
        var share = await app.GivenShareAsync(organisation, [SharedPlan.Of()]);
        await browser.VisitAsync(app, async founder =>
        {
            await founder.SignInAsync(app, organisation.Owner, organisation);
            await browser.VisitAsync(app, async investor =>
            {
                await investor.GoAsync(share.Address);
                await investor.Page.ClickAsync("[data-figure=profit] summary");
                await investor.Page.ClickAsync("[data-figure=profit] button.ask");
                Assert.Equal("profit", await investor.Page.InputValueAsync("#note-figure"));
                await investor.Page.FillAsync("#note-text", "Does that include our salaries?");
                await investor.Page.ClickAsync("#note button.primary");
                await Assertions.Expect(investor.Page.Locator("#note-answer .notice")).ToBeVisibleAsync();
                await Assertions.Expect(investor.Page.Locator("#note-text")).ToHaveValueAsync("");
                await investor.Page.EvaluateAsync("() => window.scrollTo(0, 0)");
                // Long enough for the page to have counted a second or two; leaving it sends them.
                await investor.Page.WaitForTimeoutAsync(2_500);
                await investor.GoAsync("/account/sign-in");

                var log = founder.Page.Locator("#log tbody tr");
                for (var i = 0; i < 20; i++)
                {
                    await founder.GoAsync($"/o/{organisation.Slug}/sharing/{share.Id}");
                    if ((await log.InnerTextAsync()).Contains("figures", StringComparison.Ordinal))
                        break;
                    await founder.Page.WaitForTimeoutAsync(250);
                }
                await Assertions.Expect(log).ToContainTextAsync("figures 0:0");
                await Assertions.Expect(founder.Page.Locator("#notes")).ToContainTextAsync("Does that include our salaries?");
                await founder.Page.ClickAsync("details:has(button.danger) summary");
                await founder.Page.ClickAsync("button.danger");
                await Assertions.Expect(founder.Page.Locator("[data-state=Revoked]")).ToBeVisibleAsync();

                investor.ExpectedStatus = 404;
                await investor.GoAsync(share.Address);
                await Assertions.Expect(investor.Page.Locator("#passcode")).ToBeVisibleAsync();
            });
        });
    }
}
