using Microsoft.Playwright;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;
using ProfitPlanner.Web.Tests.Pages.Scenarios;

namespace ProfitPlanner.Web.Tests.Pages.Pricing;

public sealed class PricingTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    // Twenty thousand offers on a logit curve with intercept 4 and slope −0.05.
    private const string Experiment = "Price\tOffered\tBought\n60\t5,000\t3,655\n80\t5,000\t2,500\n100\t5,000\t1,345\n120\t5,000\t596";

    // Ten respondents, from too cheap to too expensive.
    private const string Meter =
        """
        10 20 40 55
        15 25 45 60
        15 30 45 65
        20 35 50 70
        20 35 55 75
        25 40 55 80
        25 45 60 85
        30 45 70 90
        30 50 75 100
        35 55 80 110
        """;

    private Func<Task<Scenario>>? _savedAsync;

    [Fact]
    public Task A_typed_curve_gives_the_best_price_and_using_it_the_best_profit() => PlanAsync(Shops(), async (visit, at) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"{at}/price");
        await SeesAsync(page.Locator(".takeaway"), "no best price");
        await visit.AssertAccessibleAsync();

        await page.ClickAsync("text=Give it a demand curve");
        await TypeLogitAsync(page, "4", "-0.05");
        await SeesAsync(page.Locator("main > .notice"), "The demand curve is saved.");
        // 1 / (1 + e) at 100, where 1 % more loses 0.05 · 100 · (1 − s) %.
        await SeesAsync(page.Locator("#chart-demand figcaption"), "At €100.00, 26.89% of Shops buy; a price 1 % higher loses 3.66 % of them");
        await page.WaitForSelectorAsync("#plot-demand svg");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("demand");

        await OpenRoomAsync(page, "price");
        var row = page.Locator("#prices tbody tr");
        await SeesAsync(row, "€80.00");
        await SeesAsync(page.Locator(".takeaway"), "€50,000.00 a month");
        // (p − 40) · s(p) stays above 99 % of its best from 76.06 to 84.08.
        await SeesAsync(row, "€76.06 – €84.08");
        await page.WaitForSelectorAsync("#plot-response svg");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("price");

        await page.ClickAsync("#prices tbody button");
        await SeesAsync(page.Locator("main > .notice"), "The best prices are now in the model.");
        await SeesAsync(page.Locator(".takeaway"), "Today's prices are the best");
        await visit.GoAsync(at);
        var editor = new Editor(visit);
        await editor.SeesProfitAsync("€50,000.00");
        await Assertions.Expect(editor.Cell("revenue/price")).ToHaveValueAsync("80");
    });

    [Fact]
    public Task A_curve_that_cannot_be_saved_is_told_at_its_field_and_stays_to_be_mended() => PlanAsync(Shops(), async (visit, at) =>
    {
        await visit.GoAsync($"{at}/demand");
        await TypeLogitAsync(visit.Page, "4", "0.05");

        var problem = visit.Page.Locator(".problems li a");
        await Assertions.Expect(problem.Last).ToHaveTextAsync("Demand must fall as the price rises.");
        await Assertions.Expect(visit.Page.Locator(Id("logit/slope"))).ToHaveValueAsync("0.05");
        await Assertions.Expect(visit.Page.Locator("#kind-logit")).ToBeCheckedAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("demand-refused");
        await problem.Last.ClickAsync();
        Assert.Equal("#logit/slope", new Uri(visit.Page.Url).Fragment);

        await TypeLogitAsync(visit.Page, "", "-0.05");
        await Assertions.Expect(problem).ToHaveTextAsync("This is not a number. Write it as 1234.5 or 1,234.5.");
        await TypeLogitAsync(visit.Page, "4", "-0.05");
        await SeesAsync(visit.Page.Locator("main > .notice"), "The demand curve is saved.");
    });

    [Fact]
    public Task A_curve_is_fitted_to_a_pasted_experiment_and_adopted_with_where_it_comes_from() => PlanAsync(Shops(), async (visit, at) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"{at}/demand");
        await FitAsync(page, "Experiment", Experiment);

        await SeesAsync(page.Locator("#results .takeaway"), "Logit fits best.");
        var logit = page.Locator("#results tbody tr", new() { HasText = "Logit" }).First;
        await SeesAsync(logit, "Intercept 3.999 ± 0.07159; Slope −0.04999 ± 0.0008141");
        await SeesAsync(page.Locator("#results tbody"), "€80.00: 50%");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("demand-fit");

        await logit.Locator("button").ClickAsync();
        await SeesAsync(page.Locator("main > .notice"), "The curve of your data is saved, with its uncertainty.");
        await SeesAsync(page.Locator(Id("why:logit/slope")), "Logit fitted to 4 prices: 20,000 offered, 8,096 bought.");
        var saved = await _savedAsync!();
        var curve = Assert.IsType<LogitDemand>(saved.Segments[0].Demand);
        Assert.Equal(4, (double)curve.Intercept.Value, 2);
        Assert.Equal(-0.05, (double)curve.Slope.Value, 4);
        var pair = Assert.Single(saved.Correlations);
        Assert.InRange(pair.Rank, -0.99m, -0.9m);
        Assert.All(saved.Provenance.Values, source => Assert.Equal(ProvenanceKind.Experiment, source.Kind));

        await OpenRoomAsync(page, "price");
        await SeesAsync(page.Locator("#prices tbody tr"), "€80.0");
    });

    [Fact]
    public Task Data_with_one_price_are_refused_with_the_reason_and_a_wrong_line_is_named() => PlanAsync(Shops(), async (visit, at) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"{at}/demand");
        await FitAsync(page, "Experiment", "100 1000 200");
        await SeesAsync(page.Locator("#results .takeaway"), "One price tells nothing of how demand follows it: measure a second one.");
        await Assertions.Expect(page.Locator("#results button")).ToHaveCountAsync(0);

        await FitAsync(page, "Experiment", "Price\tOffered\tBought\n80\t400\t120\n\n100\t400\t500");
        await SeesAsync(page.Locator("#results .problems"), "Line 4 is no price, number offered and number bought.");
        await Assertions.Expect(page.Locator("#Data")).ToHaveValueAsync("Price\tOffered\tBought\n80\t400\t120\n\n100\t400\t500");
        await visit.AssertAccessibleAsync();

        await FitAsync(page, "VanWestendorp", "10 20 40 55 5 3\n15 25 45 60 9 2");
        await SeesAsync(page.Locator("#results .problems"), "Line 2 does not have four prices");
        await FitAsync(page, "VanWestendorp", "55 40 20 10");
        await SeesAsync(page.Locator("#results .problems"), "No respondent named four rising prices");
    });

    [Fact]
    public Task A_price_meter_shows_its_range_and_what_was_left_out() => PlanAsync(Shops(), async (visit, at) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"{at}/demand");
        await FitAsync(page, "VanWestendorp", $"{Meter}\n90 80 70 60");

        await SeesAsync(page.Locator("#results .takeaway").First, "10 respondents accept prices from €26.67 to €65.00.");
        await SeesAsync(page.Locator("#results > .hint"), "were left out: 1.");
        var rows = page.Locator("#results > .scroll tbody tr");
        Assert.Equal(
            [
                "Marginal cheapness €26.67 €30.00", "Optimal price point €35.00 €35.00", "Indifference price €43.75 €45.00", "Marginal expensiveness €65.00 €65.00",
                "Marginal cheapness, other definition €35.00 €35.00", "Marginal expensiveness, other definition €52.50 €55.00",
            ],
            (await rows.AllInnerTextsAsync()).Select(row => string.Join(' ', row.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
        await page.WaitForSelectorAsync("#plot-meter svg");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("demand-meter");
    });

    [Fact]
    public Task Bounds_and_endings_of_a_price_are_saved_and_obeyed() => PlanAsync(WithCurve(Shops()), async (visit, at) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"{at}/price");
        await LimitAsync(page, "lowest", "90");
        await page.ClickAsync("text=Save the limits");
        await SeesAsync(page.Locator("main > .notice"), "The limits are saved.");
        await SeesAsync(page.Locator("#prices tbody tr"), "€90.00 at the lowest considered");

        await LimitAsync(page, "lowest", "50");
        await LimitAsync(page, "step", "10");
        await LimitAsync(page, "ending", "9");
        await page.ClickAsync("text=Save the limits");
        // Of 69, 79, 89 … the one next to 80.
        await SeesAsync(page.Locator("#prices tbody tr"), "€79.00");
        await Assertions.Expect(page.Locator("[name$='priceRange/ending']")).ToHaveValueAsync("9");

        await LimitAsync(page, "highest", "40");
        await page.ClickAsync("text=Save the limits");
        await SeesAsync(page.Locator(".problems"), "This number is too small: at least 50.");
        await Assertions.Expect(page.Locator("[name$='priceRange/highest']")).ToHaveValueAsync("40");
        await visit.AssertAccessibleAsync();
    });

    [Fact]
    public Task A_capacity_raises_the_best_price_and_says_what_one_more_place_is_worth() => PlanAsync(WithCurve(Shops()), async (visit, at) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"{at}/price");
        await page.FillAsync("[name$='/name']", "Advisers");
        await page.FillAsync("[name$='/limit']", "2,689.41421369995");
        await page.ClickAsync("text=Save the limits");

        // Full at the price where 1 / (1 + e) buy, which is 100; a place is worth (p − c) − 1 / (b · (1 − s)).
        await SeesAsync(page.Locator("#prices tbody tr"), "€100.00");
        var capacity = page.Locator("section:has(#capacity-title) tbody tr");
        await SeesAsync(capacity, "Advisers");
        await SeesAsync(capacity, "€32.64");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("price-capacity");

        await page.Locator("[name$='/name']").First.FillAsync("");
        await page.ClickAsync("text=Save the limits");
        await Assertions.Expect(capacity).ToHaveCountAsync(0);
        await SeesAsync(page.Locator("#prices tbody tr"), "€80.00");
    });

    [Fact]
    public Task Two_segments_have_their_own_prices_and_one_for_all_costs_what_it_costs() => PlanAsync(TwoSegments(), async (visit, at) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"{at}/price");

        await SeesAsync(page.Locator("#prices tbody tr").Nth(0), "€80.00");
        await SeesAsync(page.Locator("#prices tbody tr").Nth(1), "€323.04");
        var one = page.Locator("section:has(#one-title)");
        await SeesAsync(one, "€80.81 would be best");
        // 246,608.11 apart, 208,066.79 together.
        await SeesAsync(one, "€38,541.");
        await SeesAsync(one, "€322.83: €46,623.12");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("price-two");

        await page.ClickAsync("text=Use all");
        await visit.GoAsync(at);
        await new Editor(visit).SeesProfitAsync("€96,608.11");
    });

    [Fact]
    public Task A_viewer_sees_the_prices_and_changes_nothing() => PlanRoom.VisitAsync(app, browser, WithCurve(Shops()), "price", async room =>
    {
        await SeesAsync(room.Page.Locator("#prices tbody tr"), "€80.00");
        await Assertions.Expect(room.Page.Locator("#prices button")).ToHaveCountAsync(0);
        await Assertions.Expect(room.Page.Locator("text=Save the limits")).ToBeDisabledAsync();
        await room.Visit.AssertAccessibleAsync();

        await room.GoAsync("demand");
        await Assertions.Expect(room.Page.Locator("text=Save the curve")).ToBeDisabledAsync();
        await FitAsync(room.Page, "Experiment", Experiment);
        await SeesAsync(room.Page.Locator("#results .takeaway"), "Logit fits best.");
        await Assertions.Expect(room.Page.Locator("#results table button")).ToHaveCountAsync(0);
        await room.Visit.AssertAccessibleAsync();
    }, role: Role.Viewer);

    [Theory]
    [InlineData("en", true, false)]
    [InlineData("zh-CN", false, false)]
    [InlineData("zh-CN", true, true)]
    [InlineData("en", false, true)]
    public Task Both_pages_are_accessible_fit_their_window_and_speak_one_language(string language, bool narrow, bool dark)
    {
        var scenario = TwoSegments("甲", "乙") with { Name = "试算", Capacities = [new Capacity { Id = Guid.NewGuid(), Name = "丙", Limit = 4_000 }] };
        var name = $"{language}-{(narrow ? "narrow" : "wide")}-{(dark ? "dark" : "light")}";
        return PlanRoom.VisitAsync(app, browser, scenario, "price", async room =>
        {
            await room.SeesChartAsync("response");
            await room.AssertWellAsync(language, $"price-{name}");

            await room.GoAsync("demand");
            await FitAsync(room.Page, "Experiment", Experiment);
            await room.SeesChartAsync("demand");
            await room.AssertWellAsync(language, $"demand-fit-{name}");

            await FitAsync(room.Page, "VanWestendorp", Meter);
            await room.SeesChartAsync("meter");
            await room.AssertWellAsync(language, $"demand-meter-{name}");
        }, language, narrow, dark: dark);
    }

    private static Scenario Shops() => new()
    {
        Name = "Shops",
        Currency = Currency.Of("EUR"),
        Period = Period.Month,
        VariableCost = 40,
        FixedCosts = [new FixedCost { Id = Guid.NewGuid(), Name = "Rent", Amount = 150_000 }],
        Segments = [new Segment { Id = Guid.NewGuid(), Name = "Shops", PotentialCustomers = 10_000, Conversion = 0.2m, Revenue = new Subscription(100) }],
    };

    private static Scenario WithCurve(Scenario scenario) =>
        scenario with { Segments = [scenario.Segments[0] with { Demand = new LogitDemand(4, -0.05m) }] };

    private static Scenario TwoSegments(string first = "Shops", string second = "Banks")
    {
        var shops = WithCurve(Shops());
        return shops with
        {
            Segments =
            [
                shops.Segments[0] with { Name = first },
                shops.Segments[0] with { Id = Guid.NewGuid(), Name = second, PotentialCustomers = 200, Demand = new LogitDemand(8, -0.02m) },
            ],
        };
    }

    private static async Task TypeLogitAsync(IPage page, string intercept, string slope)
    {
        await page.CheckAsync("#kind-logit");
        await page.FillAsync(Id("logit/intercept"), intercept);
        await page.FillAsync(Id("logit/slope"), slope);
        await page.ClickAsync("text=Save the curve");
    }

    private static async Task FitAsync(IPage page, string survey, string data)
    {
        await page.SelectOptionAsync("#Survey", survey);
        await page.FillAsync("#Data", data);
        await page.ClickAsync("#fit button");
    }

    private static Task LimitAsync(IPage page, string field, string number) => page.FillAsync($"[name$='priceRange/{field}']", number);

    private static Task OpenRoomAsync(IPage page, string room) => page.ClickAsync($".rooms a[href$='/{room}']");

    private static Task SeesAsync(ILocator place, string text) => Assertions.Expect(place).ToContainTextAsync(text);

    private static string Id(string id) => $"[id='{id}']";

    private Task PlanAsync(Scenario scenario, Func<Visit, string, Task> act) => PlanRoom.VisitAsync(app, browser, scenario, "", room =>
    {
        _savedAsync = room.SavedAsync;
        return act(room.Visit, room.Address);
    });
}
