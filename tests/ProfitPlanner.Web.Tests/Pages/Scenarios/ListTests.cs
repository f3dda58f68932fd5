using Microsoft.Playwright;
using ProfitPlanner.Application.Scenarios;

namespace ProfitPlanner.Web.Tests.Pages.Scenarios;

public sealed class ListTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    [Fact]
    public Task A_scenario_is_renamed_duplicated_deleted_and_brought_back() => WithTwoAsync(async (visit, _) =>
    {
        var page = visit.Page;
        var names = page.Locator(".scenario h2");
        await page.Locator(".more summary").First.ClickAsync();
        await page.Locator(".scenario [name=name]").First.FillAsync("Renamed");
        await page.ClickAsync(".scenario:first-child button:text('Rename')");
        await Assertions.Expect(names.First).ToHaveTextAsync("Renamed");

        await page.Locator(".more summary").First.ClickAsync();
        await page.ClickAsync(".scenario:first-child button:text('Duplicate')");
        await Assertions.Expect(names).ToHaveTextAsync(["Copy of Renamed", "Renamed", "Fraud detection for payments"]);

        await page.Locator(".more summary").First.ClickAsync();
        await page.ClickAsync(".scenario:first-child button:text('Delete')");
        await Assertions.Expect(names).ToHaveCountAsync(2);
        await visit.AssertAccessibleAsync();
        await page.ClickAsync("button:text('Undo')");
        await Assertions.Expect(names).ToHaveCountAsync(3);

        await page.Locator(".more summary").First.ClickAsync();
        await page.ClickAsync(".scenario:first-child button:text('Archive')");
        await Assertions.Expect(names).ToHaveCountAsync(2);
        await page.ClickAsync(".tabs a:text('Archived')");
        await Assertions.Expect(names).ToHaveTextAsync(["Copy of Renamed"]);
    });

    [Fact]
    public Task Two_scenarios_stand_side_by_side() => WithTwoAsync(async (visit, _) =>
    {
        await visit.Page.Locator(".pick input").Nth(0).CheckAsync();
        await visit.Page.Locator(".pick input").Nth(1).CheckAsync();
        await visit.Page.ClickAsync("text=Compare the chosen");

        await Assertions.Expect(visit.Page.Locator("#results thead a")).ToHaveCountAsync(2);
        await Assertions.Expect(visit.Page.Locator("#inputs tbody tr").First).ToBeVisibleAsync();
        await visit.Page.WaitForSelectorAsync("#plot-compare svg");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("compare");
    });

    [Fact]
    public Task The_history_tells_what_changed_and_brings_a_version_back() => WithTwoAsync(async (visit, ids) =>
    {
        var editor = new Editor(visit);
        await visit.GoAsync(ids[0]);
        var before = await editor.ProfitAsync();
        await editor.Cell("conversion").FillAsync("50%");
        await Assertions.Expect(visit.Page.Locator("#profit")).Not.ToHaveTextAsync(before);
        await editor.SeesSavedAsync();

        await visit.Page.ClickAsync("text=History");
        await visit.Page.ClickAsync("text=Show the difference");
        await Assertions.Expect(visit.Page.Locator(".card .changes")).ToContainTextAsync("50%");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("history");
        await visit.Page.ClickAsync("[aria-label='Restore version 1']");
        await editor.SeesProfitAsync(before);
    });

    private async Task WithTwoAsync(Func<Visit, IReadOnlyList<string>, Task> act)
    {
        var organisation = await app.GivenOrganisationAsync();
        var owner = app.As(organisation.Owner, organisation);
        var first = await owner.Send(new CreateScenario.Command(null, "finance-fraud-detection", null, default));
        var second = await owner.Send(new CreateScenario.Command(null, "finance-customer-service", null, default));
        await browser.VisitAsync(app, async visit =>
        {
            await visit.SignInAsync(app, organisation.Owner, organisation);
            await act(visit, [$"/o/{organisation.Slug}/scenarios/{first}", $"/o/{organisation.Slug}/scenarios/{second}"]);
        });
    }
}
