using Microsoft.Playwright;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Scenarios;
using static ProfitPlanner.Web.Tests.Pages.PlanRoom;

namespace ProfitPlanner.Web.Tests.Pages.Uncertainty;

public sealed class UncertaintyTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    private const string Room = "uncertainty";

    [Fact]
    public Task A_number_written_as_a_range_gives_the_chance_of_profit_with_where_it_comes_from() => OpenAsync(Article(), async room =>
    {
        await SeesAsync(room.Page.Locator("#outcome"), "No number is uncertain yet");
        await Assertions.Expect(room.Page.Locator("#chance")).ToHaveTextAsync("100%");
        await Assertions.Expect(room.Page.Locator(".chart")).ToHaveCountAsync(0);
        await room.Visit.AssertAccessibleAsync();

        await room.ById(Conversion).Locator("summary").ClickAsync();
        await room.FillAsync($"value:{Conversion}", "15% to 25%");
        await room.ById($"kind:{Conversion}").SelectOptionAsync("Survey");
        await room.FillAsync($"reason:{Conversion}", "Asked 400 shops.");
        await room.FillAsync($"link:{Conversion}", "https://example.com/survey");
        await room.FillAsync($"date:{Conversion}", "2026-03-01");
        await room.ById(Conversion).Locator("button.primary").ClickAsync();

        await room.SeesNoticeAsync("The number is saved.");
        await Assertions.Expect(room.Page.Locator("#chance")).Not.ToHaveTextAsync("100%");
        await room.SeesChartAsync("histogram");
        await SeesAsync(room.Page.Locator("#chart-tornado figcaption"), "Shops: Conversion rate moves profit most");
        await room.SeesChartAsync("tornado");
        await SeesAsync(room.ById(Conversion).Locator("summary"), "Survey");
        await SeesAsync(room.ById(Conversion).Locator("summary"), "(15% – 25%)");
        await room.ById(Conversion).Locator("summary").ClickAsync();
        await Assertions.Expect(room.ById($"reason:{Conversion}")).ToHaveValueAsync("Asked 400 shops.");
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("uncertainty-range");

        var saved = (await room.SavedAsync()).Provenance[Conversion];
        Assert.Equal(
            new Provenance(ProvenanceKind.Survey, "Asked 400 shops.") { Link = "https://example.com/survey", Date = new DateOnly(2026, 3, 1) }, saved);

        await room.GoAsync("");
        await SeesAsync(room.ById($"why:{Conversion}"), "Asked 400 shops.");
    });

    [Fact]
    public Task Two_numbers_move_together_until_that_is_taken_away() => OpenAsync(PlanRoom.Uncertain(), async room =>
    {
        var spread = await ShortfallAsync(room);
        await CorrelateAsync(room, Conversion, Potential, "0.8");

        await room.SeesNoticeAsync("The correlations are saved.");
        var row = room.Page.Locator("section[aria-labelledby=correlations-title] tbody tr");
        await SeesAsync(row, "Shops: Conversion rate – Shops: Potential customers");
        await SeesAsync(row, "0.8");
        Assert.NotEqual(spread, await ShortfallAsync(room));
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("uncertainty-correlations");

        // The same pair the other way round is the same pair.
        await CorrelateAsync(room, Potential, Conversion, "0.5");
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await SeesAsync(row, "0.5");

        await row.Locator("button").ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
        Assert.Equal(spread, await ShortfallAsync(room));
    });

    [Fact]
    public Task Correlations_that_cannot_all_hold_are_told_with_the_nearest_that_can() => OpenAsync(PlanRoom.Uncertain(), async room =>
    {
        await CorrelateAsync(room, Conversion, Potential, "0.6");
        await CorrelateAsync(room, Conversion, RentAmount, "0.6");
        await CorrelateAsync(room, Potential, RentAmount, "-0.6");

        await Assertions.Expect(room.Problems).ToHaveTextAsync("These correlations cannot all hold at once.");
        await Assertions.Expect(room.Page.Locator("#rank")).ToHaveValueAsync("-0.6");
        await SeesAsync(room.Page.Locator("#outcome .problems"), "Shops: Potential customers – Shops: Conversion rate: 0.48");
        await Assertions.Expect(room.Page.Locator("#outcome .answer")).ToHaveCountAsync(0);
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("uncertainty-impossible");
        Assert.Equal(2, (await room.SavedAsync()).Correlations.Count);
    });

    [Fact]
    public Task A_correlation_of_a_number_with_itself_or_beyond_one_is_refused() => OpenAsync(PlanRoom.Uncertain(), async room =>
    {
        await CorrelateAsync(room, Conversion, Conversion, "0.5");
        await Assertions.Expect(room.Problems).ToHaveCountAsync(1);
        await CorrelateAsync(room, Conversion, Potential, "lots");
        await SeesAsync(room.Problems, "This is not a number");
        await CorrelateAsync(room, Conversion, Potential, "1.5");
        await Assertions.Expect(room.Problems).ToHaveCountAsync(1);

        Assert.Empty((await room.SavedAsync()).Correlations);
    });

    [Fact]
    public Task A_million_trials_tell_how_many_they_were() => OpenAsync(PlanRoom.Uncertain(), async room =>
    {
        await SimulateAsync(room, "1000000");

        await SeesAsync(room.Page.Locator("#outcome .hint"), "1,000,000 trials");
        await room.SeesChartAsync("histogram");
        await SeesAsync(room.Page.Locator("#mean"), "±");
        await room.Visit.AssertAccessibleAsync();
    });

    [Fact]
    public Task A_long_run_shows_its_progress_and_can_be_cancelled() => OpenAsync(Large(), async room =>
    {
        await SimulateAsync(room, "10000000");
        await Assertions.Expect(room.Page.Locator("#run-progress")).ToBeVisibleAsync();
        await room.Page.ClickAsync("#run button");
        await SeesAsync(room.Page.Locator("#outcome"), "Cancelled. What was saved is untouched.");

        // The next run starts as if there had been none.
        await SimulateAsync(room, "20000");
        await SeesAsync(room.Page.Locator("#outcome .hint"), "20,000 trials");

        // Looked at in a run of its own, and last: axe takes seconds, and whether the run ends meanwhile must not matter.
        await SimulateAsync(room, "10000000");
        await Assertions.Expect(room.Page.Locator("#run-progress")).ToBeVisibleAsync();
        await room.Visit.AssertAccessibleAsync();
    });

    [Fact]
    public Task A_page_that_watches_a_run_which_is_there_no_more_says_so() => OpenAsync(PlanRoom.Uncertain(), async room =>
    {
        // As the page's own script asks: opened as a page, the fragment would have no icon.
        var answer = await room.Page.EvaluateAsync<string>("async address => (await fetch(address)).text()", $"?handler=Run&run={Guid.NewGuid()}");

        Assert.Contains("This run is over", answer);
    });

    [Fact]
    public Task What_cannot_be_read_keeps_what_was_saved_and_stays_to_be_mended() => OpenAsync(PlanRoom.Uncertain(), async room =>
    {
        await room.ById(Conversion).Locator("summary").ClickAsync();
        await room.FillAsync($"value:{Conversion}", "some to many");
        await room.FillAsync($"reason:{Conversion}", "Guessed at lunch.");
        await room.ById(Conversion).Locator("button.primary").ClickAsync();

        await SeesAsync(room.Problems, "Shops: Conversion rate");
        await Assertions.Expect(room.ById($"value:{Conversion}")).ToHaveValueAsync("some to many");
        await Assertions.Expect(room.ById($"value:{Conversion}")).ToBeVisibleAsync();
        await Assertions.Expect(room.ById($"reason:{Conversion}")).ToHaveValueAsync("Guessed at lunch.");
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("uncertainty-refused");
        await room.Problems.ClickAsync();
        Assert.Equal($"#{Conversion}", new Uri(room.Page.Url).Fragment);

        // One that reads well, and is out of range.
        await room.FillAsync($"value:{Conversion}", "150%");
        await room.ById(Conversion).Locator("button.primary").ClickAsync();
        await Assertions.Expect(room.Problems).ToHaveCountAsync(1);
        await Assertions.Expect(room.ById($"value:{Conversion}")).ToHaveValueAsync("150%");

        Assert.Equal(PlanRoom.Uncertain().Segments[0].Conversion, (await room.SavedAsync()).Segments[0].Conversion);
        Assert.Empty((await room.SavedAsync()).Provenance);
    });

    [Fact]
    public Task A_viewer_may_simulate_and_change_nothing() => OpenAsync(PlanRoom.Uncertain(), async room =>
    {
        await SeesAsync(room.Notice, "Your role lets you read");
        await room.ById(Conversion).Locator("summary").ClickAsync();
        await Assertions.Expect(room.ById($"value:{Conversion}")).ToBeDisabledAsync();
        await Assertions.Expect(room.Page.Locator("#rank")).ToHaveCountAsync(0);
        await room.Visit.AssertAccessibleAsync();
        await SimulateAsync(room, "100000");
        await SeesAsync(room.Page.Locator("#outcome .hint"), "100,000 trials");
    }, role: Role.Viewer);

    [Fact]
    public Task In_Chinese_nothing_is_left_in_English() => OpenAsync(InChinese(), async room =>
    {
        await room.SeesChartAsync("histogram");
        await ChineseText.AssertAsync(room.Page);
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("uncertainty-chinese");
    }, language: "zh-CN");

    [Fact]
    public Task On_a_phone_everything_fits() => OpenAsync(PlanRoom.Uncertain(), async room =>
    {
        await CorrelateAsync(room, Conversion, Potential, "0.5");
        await room.ById(Conversion).Locator("summary").ClickAsync();
        await room.SeesChartAsync("histogram");
        await room.SeesChartAsync("tornado");
        await room.Visit.AssertFitsAsync();
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("uncertainty-narrow");
    }, narrow: true);

    [Fact]
    public Task In_the_dark_everything_is_readable() => OpenAsync(PlanRoom.Uncertain(), async room =>
    {
        await room.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await room.SeesChartAsync("histogram");
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("uncertainty-dark");
    });

    // A run of all trials that outlasts the look at its progress, however fast the machine.
    private static Scenario Large()
    {
        var scenario = PlanRoom.Uncertain();
        return scenario with { Segments = [.. Enumerable.Range(0, 100).Select(i => scenario.Segments[0] with { Id = Guid.NewGuid(), Name = $"Shops {i}" })] };
    }

    private static Scenario InChinese()
    {
        var scenario = PlanRoom.Uncertain();
        return scenario with
        {
            Name = "方案",
            Segments = [scenario.Segments[0] with { Name = "商店" }],
            FixedCosts = [scenario.FixedCosts[0] with { Name = "租金" }],
        };
    }

    private static Task<string> ShortfallAsync(PlanRoom room) => room.Page.InnerTextAsync("#outcome .answer div:last-child dd");

    private static async Task CorrelateAsync(PlanRoom room, string first, string second, string rank)
    {
        await room.Page.SelectOptionAsync("#first", first);
        await room.Page.SelectOptionAsync("#second", second);
        await room.Page.FillAsync("#rank", rank);
        await room.SubmitAsync("form:has(#rank) button");
    }

    private static async Task SimulateAsync(PlanRoom room, string trials)
    {
        await room.Page.SelectOptionAsync("#trials", trials);
        await room.Page.ClickAsync("form:has(#trials) button");
    }

    private Task OpenAsync(Scenario scenario, Func<PlanRoom, Task> act, string language = "en", bool narrow = false, Role role = Role.Owner) =>
        VisitAsync(app, browser, scenario, Room, act, language, narrow, role);
}
