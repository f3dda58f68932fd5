using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Data.Sharing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;
using ProfitPlanner.Web.Texts;

namespace ProfitPlanner.Web.Tests.Pages.Sharing;

/// <summary>What a viewer sees once the door is open.</summary>
public sealed partial class DashboardTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    private static readonly string[] Pictures = ["waterfall", "by-segment", "cash", "response", "tornado", "demand", "histogram"];

    [Fact]
    public Task The_figures_on_top_are_those_that_were_frozen_and_open_to_what_they_mean() => OpenAsync(async (visit, _) =>
    {
        var results = ScenarioResults.Of(SharedPlan.Of(), 2_000, 200, TestContext.Current.CancellationToken);
        var currency = SharedPlan.Of().Currency;
        await SeesAsync(visit, "profit", Format.Money(results.Simulation!.Mean, currency));
        await SeesAsync(visit, "profit", Format.Money(results.Simulation.P10, currency));
        await SeesAsync(visit, "profit", Format.Money(results.Simulation.P90, currency));
        await SeesAsync(visit, "probabilityOfProfit", Format.Percent(results.Simulation.ProbabilityOfProfit, 1));
        await SeesAsync(visit, "breakEven", Format.Factor(results.BreakEven.Conversion.Value!.Value));
        await SeesAsync(visit, "lowestCash", Format.Money(results.Projection.Summary.LowestCash, currency));
        await SeesAsync(visit, "recurringRevenue", Format.Money(results.Projection.Months[0].MrrEnd, currency));
        await SeesAsync(visit, "valueToCost", Format.Number(Math.Round((decimal)results.Projection.Summary.Economics!.ValueToCost!.Value, 2)));
        await SeesAsync(visit, "payback", "months");
        await SeesAsync(visit, "downside", Format.Money(results.Simulation.ExpectedShortfall, currency));

        var figures = visit.Page.Locator("[data-part=figures] .headline");
        Assert.InRange(Number().Count(await figures.InnerTextAsync()), 9, 15);
        var definition = Figure(visit, "payback").Locator("p");
        await Assertions.Expect(definition).ToBeHiddenAsync();
        await Figure(visit, "payback").Locator("summary").PressAsync("Enter");
        await Assertions.Expect(definition).ToContainTextAsync("Months until the margin of a customer has paid for winning it");
        await visit.AssertAccessibleAsync();
    });

    [Fact]
    public Task Every_picture_is_drawn_when_it_comes_near_with_its_finding_and_its_numbers() => OpenAsync(async (visit, _) =>
    {
        foreach (var id in Pictures)
        {
            await visit.Page.Locator($"#chart-{id}").ScrollIntoViewIfNeededAsync();
            await visit.Page.WaitForSelectorAsync($"#plot-{id} svg");
            Assert.NotEmpty(await visit.Page.InnerTextAsync($"#chart-{id} figcaption"));
            Assert.True(await visit.Page.Locator($"#chart-{id} tbody tr").CountAsync() > 1);
        }
        await visit.AssertAccessibleAsync();
        await visit.AssertFitsAsync();
        await visit.PictureAsync("dashboard");
        await visit.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("dashboard-dark");
    });

    [Fact]
    public Task An_assumption_opens_to_its_reason_its_signal_and_masked_sentences_as_far_as_they_were_let_out() => OpenAsync(async (visit, _) =>
    {
        var conversion = visit.Page.Locator("details.input", new() { HasText = "Shops: Conversion" });
        await Assertions.Expect(conversion.Locator(".badge")).ToHaveTextAsync("Transcripts");
        await conversion.Locator("summary").ClickAsync();
        await Assertions.Expect(conversion).ToContainTextAsync("Of those who asked for it, one in three took it.");
        await Assertions.Expect(conversion).ToContainTextAsync("14% (11%–17%) of 1,240 conversations ask for “Cheaper plan”");
        await Assertions.Expect(conversion.Locator("blockquote")).ToHaveTextAsync("We would stay if [NAME] had a cheaper plan.");
        await Assertions.Expect(conversion.Locator("a")).ToHaveAttributeAsync("href", "https://example.com/study");
        await Assertions.Expect(visit.Page.Locator("div.input.closed", new() { HasText = "Schools: Potential customers" })).ToContainTextAsync("Not said");
        await visit.AssertAccessibleAsync();
    });

    [Fact]
    public async Task The_picker_offers_the_shared_scenarios_and_no_other_and_no_page_names_an_id()
    {
        var shared = await GivenAsync([SharedPlan.Of(), SharedPlan.Of("Bold") with { FixedCosts = [] }]);
        await app.GivenScenarioAsync(shared.Organisation, SharedPlan.Of("Secret"));
        await browser.VisitAsync(app, async visit =>
        {
            await visit.GoAsync(shared.Share.Address);
            var picker = visit.Page.Locator("nav[aria-label=Scenarios] a");
            Assert.Equal(["Careful", "Bold"], await picker.AllTextContentsAsync());
            await picker.Nth(1).ClickAsync();
            await visit.Page.WaitForURLAsync("**?scenario=1");
            await Assertions.Expect(picker.Nth(1)).ToHaveAttributeAsync("aria-current", "page");
            await visit.Page.ClickAsync("#price nav a:text('Shops')");
            await visit.Page.WaitForURLAsync("**segment=1*");
            await Assertions.Expect(visit.Page.Locator("#chart-response figcaption")).ToContainTextAsync("Shops");
            var html = await visit.Page.ContentAsync();
            Assert.DoesNotMatch(Id(), html);
            Assert.DoesNotContain("Secret", html, StringComparison.Ordinal);
            visit.ExpectedStatus = 404;
            Assert.Equal(404, (await visit.GoAsync($"{shared.Share.Address}?scenario=2")).Status);
            Assert.Equal(404, (await visit.GoAsync($"{shared.Share.Address}?segment=7")).Status);
        });
    }

    [Fact]
    public async Task Parts_that_the_founder_left_off_are_not_there_and_the_downside_always_is()
    {
        var shared = await GivenAsync([SharedPlan.Of()], arrange: content => content with { Parts = [DashboardPart.Cash] });
        await browser.VisitAsync(app, async visit =>
        {
            await visit.GoAsync(shared.Share.Address);
            Assert.Equal(
                ["figures", "cash", "downside", "whatIf"],
                await visit.Page.Locator("[data-part]").EvaluateAllAsync<string[]>("parts => parts.map(part => part.dataset.part)"));
        });
    }

    [Fact]
    public async Task Who_comes_back_sees_what_changed_and_a_definition_that_is_another_today_is_marked()
    {
        var shared = await GivenAsync([SharedPlan.Of()]);
        await browser.VisitAsync(app, async visit =>
        {
            await visit.GoAsync(shared.Share.Address);
            await Assertions.Expect(visit.Page.Locator("[data-part=changes]")).ToHaveCountAsync(0);

            var dearer = SharedPlan.Of() with { FixedCosts = [SharedPlan.Of().FixedCosts[0] with { Id = Guid.NewGuid(), Amount = 90_000 }] };
            await app.GivenSnapshotAsync(shared.Organisation, shared.Share, [dearer], content => content with
            {
                Definitions = content.Definitions.ToDictionary(each => each.Key, each => each.Key == MetricDefinitions.Payback ? each.Value + 1 : each.Value),
            });
            await visit.GoAsync(shared.Share.Address);
            var changes = visit.Page.Locator("[data-part=changes]");
            await Assertions.Expect(changes).ToContainTextAsync("What changed since you last looked (version 1)");
            await Assertions.Expect(changes.Locator("li", new() { HasText = "Rent: Amount" })).ToContainTextAsync("€90,000.00");
            await Assertions.Expect(changes.Locator("li", new() { HasText = "Expected profit" })).ToHaveCountAsync(1);
            await Assertions.Expect(changes.Locator("li", new() { HasText = "LTV/CAC" })).ToHaveCountAsync(0);
            await Assertions.Expect(Figure(visit, "payback")).ToContainTextAsync("The definition has changed since this version.");
            await Assertions.Expect(Figure(visit, "profit").Locator(".warning")).ToHaveCountAsync(0);
            await visit.AssertAccessibleAsync();
            await visit.PictureAsync("dashboard-changed");
        });
    }

    [Fact]
    public Task The_page_says_what_it_is_checked_by_and_what_its_founder_sees() => OpenAsync(async (visit, _) =>
    {
        Assert.Matches("^[0-9a-f]{64}$", await visit.Page.InnerTextAsync("#hash"));
        await Assertions.Expect(visit.Page.Locator("footer")).ToContainTextAsync("sees who opens this dashboard, when, which parts were looked at");
    });

    [Fact]
    public async Task In_Chinese_nothing_is_left_in_English()
    {
        var shared = await GivenAsync(
            [SharedPlan.Of("稳健", "学校", "商店", "租金", "搜索")], link => (link.Culture, link.Name) = ("zh-Hans", "种子轮"),
            content => content with { Organisation = "示例公司" });
        await browser.VisitAsync(app, async visit =>
        {
            await visit.GoAsync(shared.Share.Address);
            await visit.Page.WaitForSelectorAsync("time[data-local]");
            foreach (var summary in await visit.Page.Locator("details > summary").AllAsync())
                await summary.ClickAsync();
            await ChineseText.AssertAsync(visit.Page);
            await visit.AssertFitsAsync();
            await visit.AssertAccessibleAsync();
            await visit.PictureAsync("dashboard-chinese");
        }, narrow: true);
    }

    [Fact]
    public async Task On_a_phone_everything_fits_under_a_watermark_that_hides_nothing()
    {
        var shared = await GivenAsync([SharedPlan.Of()], link => link.HasWatermark = true, SharedPlan.WithEvidence);
        var key = await shared.GivenVisitorAsync(app, "investor@example.com");
        await browser.VisitAsync(app, async visit =>
        {
            await visit.Page.Context.AddCookiesAsync([new Cookie { Name = "profitplanner.share", Value = key, Domain = "localhost", Path = shared.Share.Address }]);
            await visit.GoAsync(shared.Share.Address);
            await Assertions.Expect(visit.Page.Locator("svg.watermark text").First).ToHaveTextAsync("investor@example.com");
            await Figure(visit, "runway").Locator("summary").ClickAsync();
            await Assertions.Expect(Figure(visit, "runway").Locator("p")).ToBeVisibleAsync();
            foreach (var id in Pictures)
            {
                await visit.Page.Locator($"#chart-{id}").ScrollIntoViewIfNeededAsync();
                await visit.Page.WaitForSelectorAsync($"#plot-{id} svg");
            }
            await visit.AssertFitsAsync();
            await visit.AssertAccessibleAsync();
            await visit.PictureAsync("dashboard-narrow");
        }, narrow: true);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_haircut_shows_what_is_left_and_is_kept_nowhere(bool withoutScripts)
    {
        var shared = await GivenAsync([SharedPlan.Of()]);
        IReadOnlyList<string> before = [];
        await browser.VisitAsync(app, async visit =>
        {
            if (withoutScripts)
                await visit.Page.RouteAsync("**/*.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = "" }));
            await visit.GoAsync(shared.Share.Address);
            before = await RowsAsync();
            await SetAsync(visit, "conversion", 30);
            await SetAsync(visit, "later", 6);
            if (withoutScripts)
            {
                await visit.Page.ClickAsync("form.haircut button");
                await visit.Page.WaitForURLAsync("**/what-if?**conversion=30**");
            }
            else
                await Assertions.Expect(visit.Page.Locator("output[for=conversion]")).ToHaveTextAsync("conversion −30%");

            var haircut = new Haircut { Conversion = 0.3m, MonthsLater = 6 };
            var after = ScenarioResults.WithoutPictures(haircut.Of(SharedPlan.Of()), 2_000, 200, TestContext.Current.CancellationToken);
            var row = visit.Page.Locator("#what-if tr", new() { HasText = "Expected profit" });
            await Assertions.Expect(row).ToContainTextAsync(Format.Money(after.Simulation!.Mean, SharedPlan.Of().Currency));
            await Assertions.Expect(visit.Page.Locator("#what-if tr", new() { HasText = "Lowest cash" }))
                .ToContainTextAsync(Format.Money(after.Projection.Summary.LowestCash, SharedPlan.Of().Currency));
            if (!withoutScripts)
            {
                await visit.Page.WaitForSelectorAsync("#plot-what-if svg");
                await visit.AssertAccessibleAsync();
                await visit.Page.Locator("[data-part=whatIf]").ScreenshotAsync(new() { Path = Path.Combine(Folders.Screenshots, "dashboard-what-if.png") });
            }

            await visit.GoAsync($"{shared.Share.Address}/what-if?conversion=much&churn=200");
            Assert.Equal(2, await visit.Page.Locator("#what-if .problems li").CountAsync());
            await visit.AssertAccessibleAsync();
        });
        Assert.Equal(before, await RowsAsync());

        // What the founder is told of a visit, the page tells the viewer.
        async Task<IReadOnlyList<string>> RowsAsync() =>
            [.. (await app.EveryRowOfAsync(shared.Organisation)).Where(row => !row.StartsWith("share_visits ", StringComparison.Ordinal))];
    }

    private static Task SetAsync(Visit visit, string slider, int value) => visit.Page.Locator($"#{slider}").FillAsync($"{value}");

    private static ILocator Figure(Visit visit, string name) => visit.Page.Locator($"[data-figure='{name}']");

    private static Task SeesAsync(Visit visit, string figure, string text) => Assertions.Expect(Figure(visit, figure)).ToContainTextAsync(text);

    private async Task OpenAsync(Func<Visit, GivenDashboard, Task> act, bool narrow = false)
    {
        var shared = await GivenAsync([SharedPlan.Of()], arrange: SharedPlan.WithEvidence);
        await browser.VisitAsync(app, async visit =>
        {
            await visit.GoAsync(shared.Share.Address);
            await act(visit, shared);
        }, narrow: narrow);
    }

    private Task<GivenDashboard> GivenAsync(
        IReadOnlyList<Scenario> scenarios, Action<ShareLink>? change = null, Func<DashboardContent, DashboardContent>? arrange = null) =>
        GivenDashboard.OfAsync(app, scenarios, change, arrange);

    // A number with its sign and currency; of a sentence too.
    [GeneratedRegex(@"\d[\d,.]*")]
    private static partial Regex Number();

    [GeneratedRegex(@"[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-")]
    private static partial Regex Id();
}
