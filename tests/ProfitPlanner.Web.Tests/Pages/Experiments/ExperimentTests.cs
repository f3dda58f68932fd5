using Microsoft.Playwright;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Web.Tests.Pages.Scenarios;

namespace ProfitPlanner.Web.Tests.Pages.Experiments;

public sealed class ExperimentTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    private const string Room = "experiments";

    // The check of docs/modelling/experiments.md: B sells less and earns more.
    private const string Results = "Price\tVisitors\tBuyers\n100\t1,000\t200\n120\t1,000\t170";

    [Fact]
    public Task A_plan_says_how_many_visitors_tell_which_price_earns_more() => PlanAsync(async (visit, at) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"{at}/experiments");

        // 12.0 against 13.6 a visitor, as the segment has it.
        await SeesAsync(page.Locator("#plan-takeaway"), "4,535 visitors an arm, 9,070 in all, about 13 whole weeks");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("experiments-plan");

        await page.FillAsync(Plan("PriceB"), "100");
        await page.FillAsync(Plan("ConversionB"), "23%");
        await page.ClickAsync("form[method=get] button");
        await SeesAsync(page.Locator("table.figures tbody tr").Nth(1), "2,943");

        await page.FillAsync(Plan("ConversionB"), "20%");
        await page.ClickAsync("form[method=get] button");
        await SeesAsync(page.Locator("#plan-takeaway"), "Both prices would earn the same per visitor");

        await page.FillAsync(Plan("Power"), "much");
        await page.ClickAsync("form[method=get] button");
        await SeesAsync(page.Locator(".problems"), "A field cannot be read");
        await Assertions.Expect(page.Locator(Plan("Power"))).ToHaveValueAsync("much");
        await visit.AssertAccessibleAsync();
    });

    [Fact]
    public Task The_dearer_price_sells_less_and_is_the_favourite_by_profit() => PlanAsync(async (visit, at) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"{at}/experiments");
        await ReadAsync(page, Results);

        await SeesAsync(page.Locator("#read-takeaway"), "€120.00 earns most per visitor with a probability of 90.89%; choosing it wrongly would cost €0.05");
        var arms = page.Locator("#arms tbody tr");
        await SeesAsync(arms.Nth(0), "€12.00");
        await SeesAsync(arms.Nth(0), "95.78%");
        await SeesAsync(arms.Nth(1), "€13.60");
        await SeesAsync(arms.Nth(1), "4.22%");
        await SeesAsync(page.Locator("#differences li").Nth(0), "€120.00: profit per visitor differs by €1.60, 95 % between −€0.7836 and €3.9836 (p = 0.1883).");
        await SeesAsync(page.Locator("#differences li").Nth(1), "differs by −3%");
        await SeesAsync(page.Locator("#differences li").Nth(1), "(p = 0.0841)");
        await SeesAsync(page.Locator("section .notice"), "nothing is settled yet");
        await Assertions.Expect(page.Locator("section .warning")).ToHaveCountAsync(0);
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("experiments-read");
    });

    [Fact]
    public Task An_arm_that_is_adopted_sets_the_price_and_a_conversion_with_its_uncertainty() => PlanAsync(async (visit, at) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"{at}/experiments");
        await ReadAsync(page, Results);
        await page.Locator("#arms button").Nth(1).ClickAsync();
        await SeesAsync(page.Locator("main > .notice"), "The price and what was learned of its conversion are now in the model.");

        await visit.GoAsync(at);
        var editor = new Editor(visit);
        await Assertions.Expect(editor.Cell("revenue/price")).ToHaveValueAsync("120");
        await Assertions.Expect(editor.Cell("conversion")).ToHaveValueAsync("beta(171, 831)");
        // 171 / 1,002 of 10,000 at 120 − 40, less 150,000.
        await editor.SeesProfitAsync("−€13,473.05");
        await SeesAsync(page.Locator(".why-text", new() { HasText = "1,000" }), "Price experiment at €120.00: 1,000 visitors, 170 buyers.");
    });

    [Fact]
    public Task Results_become_a_demand_curve() => PlanAsync(async (visit, at) =>
    {
        await visit.GoAsync($"{at}/experiments");
        await ReadAsync(visit.Page, Results);
        await visit.Page.ClickAsync("text=Fit a demand curve to these results");

        await visit.Page.WaitForURLAsync($"**{at}/demand**");
        await SeesAsync(visit.Page.Locator("#results .takeaway"), "the data cannot tell the kinds of curve apart");
        await visit.AssertAccessibleAsync();
    });

    [Fact]
    public Task Wrong_lines_and_a_lone_price_are_named_and_an_uneven_split_is_warned_of() => PlanAsync(async (visit, at) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"{at}/experiments");
        await ReadAsync(page, "Price\tVisitors\tBuyers\n100\t1,000\t200\n120\t100\t170");
        await SeesAsync(page.Locator(".problems"), "Line 3 is no price, visitors and buyers");
        await ReadAsync(page, "100 1000 200");
        await SeesAsync(page.Locator(".problems"), "Give two to ten prices, one on each line.");
        await Assertions.Expect(page.Locator("#arms")).ToHaveCountAsync(0);
        await visit.AssertAccessibleAsync();

        await ReadAsync(page, "100 1000 200\n120 1400 240");
        await SeesAsync(page.Locator("section .warning"), "Visitors were not split evenly");
        await visit.AssertAccessibleAsync();
    });

    [Fact]
    public Task A_viewer_reads_results_and_adopts_none() => PlanRoom.VisitAsync(app, browser, Shops(), Room, async room =>
    {
        await ReadAsync(room.Page, Results);
        await SeesAsync(room.Page.Locator("#read-takeaway"), "€120.00 earns most");
        await Assertions.Expect(room.Page.Locator("#arms button")).ToHaveCountAsync(0);
        await room.Visit.AssertAccessibleAsync();
    }, role: Role.Viewer);

    [Theory]
    [InlineData("en", true, false)]
    [InlineData("zh-CN", false, false)]
    [InlineData("zh-CN", true, true)]
    [InlineData("en", false, true)]
    public Task The_page_is_accessible_fits_its_window_and_speaks_one_language(string language, bool narrow, bool dark) =>
        PlanRoom.VisitAsync(app, browser, Shops("试算"), Room, async room =>
        {
            await ReadAsync(room.Page, Results);
            await Assertions.Expect(room.Page.Locator("#arms tbody tr")).ToHaveCountAsync(2);
            await room.AssertWellAsync(language, $"experiments-{language}-{(narrow ? "narrow" : "wide")}-{(dark ? "dark" : "light")}");
        }, language, narrow, dark: dark);

    private static Scenario Shops(string name = "Shops") => new()
    {
        Name = name,
        Currency = Currency.Of("EUR"),
        Period = Period.Month,
        VariableCost = 40,
        FixedCosts = [new FixedCost { Id = Guid.NewGuid(), Name = name, Amount = 150_000 }],
        Segments = [new Segment { Id = Guid.NewGuid(), Name = name, PotentialCustomers = 10_000, Conversion = 0.2m, Revenue = new Subscription(100) }],
    };

    private static async Task ReadAsync(IPage page, string data)
    {
        await page.FillAsync("#Data", data);
        await page.ClickAsync("form[action*='handler=Read'] button");
    }

    private static Task SeesAsync(ILocator place, string text) => Assertions.Expect(place).ToContainTextAsync(text);

    private static string Plan(string field) => $"[id='plan.{field}']";

    private Task PlanAsync(Func<Visit, string, Task> act) =>
        PlanRoom.VisitAsync(app, browser, Shops(), "", room => act(room.Visit, room.Address));
}
