using Microsoft.Playwright;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;
using static ProfitPlanner.Web.Tests.Pages.PlanRoom;

namespace ProfitPlanner.Web.Tests.Pages.Projection;

public sealed class TimeTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    private static readonly string New = Guid.AllBitsSet.ToString();
    private static readonly string Life = $"segments/{Shops}/lifecycle";
    private static readonly string NewChannel = $"projection/channels/{New}";
    private static readonly string NewCost = $"projection/costLines/{New}";
    private static readonly string NewRound = $"projection/fundingRounds/{New}";

    private static readonly Guid Search = Guid.Parse("0197b000-0000-7000-8000-000000000011");

    [Fact]
    public Task Without_a_plan_every_month_has_the_scenarios_profit() => OpenAsync(Article(), async room =>
    {
        await room.SeesChartAsync("cash");
        await Assertions.Expect(room.Page.Locator("#runway")).ToHaveTextAsync("to the end of the plan");
        var months = Rows(room, "profit");
        await Assertions.Expect(months).ToHaveCountAsync(36);
        foreach (var month in await months.AllTextContentsAsync())
            Assert.Contains("€40,000.00", month, StringComparison.Ordinal);
        // The cash of 36 months of it.
        Assert.Contains("€1,440,000.00", (await Rows(room, "cash").AllTextContentsAsync())[^1], StringComparison.Ordinal);
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("time-default");
    });

    [Fact]
    public Task A_filled_in_plan_tells_the_runway_the_cohorts_and_the_unit_economics() => OpenAsync(Article(), async room =>
    {
        await FillPlanAsync(room);

        await room.SeesNoticeAsync("The plan is saved.");
        var plan = (await room.SavedAsync()).Projection!;
        Assert.Equal((24, new DateOnly(2027, 1, 1), 500_000m), (plan.Months, plan.Start, plan.OpeningCash.Value));
        var channel = Assert.Single(plan.Channels);
        Assert.Equal((Shops, 2_000m, 0.05m, 1.5m), (channel.Segment, channel.Reach.Value, channel.Conversion.Value, channel.CostPerContact.Value));
        Assert.Equal([typeof(HiringCost), typeof(OneOffCost)], plan.CostLines.Select(line => line.GetType()));
        Assert.Equal((12, 200_000m), (Assert.Single(plan.FundingRounds).Month, plan.FundingRounds[0].Amount.Value));
        Assert.Equal(0.05m, (await room.SavedAsync()).Segments[0].Lifecycle!.Churn.Value);

        await Assertions.Expect(room.Page.Locator("#runway")).ToContainTextAsync("months");
        await SeesAsync(room.Page.Locator("#chart-cash figcaption"), "Cash runs out after");
        await SeesAsync(room.Page.Locator("#chart-cohorts figcaption"), "Of the customers of Jan 27");
        await SeesAsync(room.Page.Locator("#chart-mrr figcaption"), "Monthly recurring revenue goes from €0.00");
        // 2,000 · 5 % = 100 new customers of 70 a month each, at a churn of 5 %: LTV 70 / 5 % = 1,400; CAC 3,000 / 100 = 30.
        var economics = room.Page.Locator("section[aria-labelledby=economics-title] dl");
        await SeesAsync(economics, "€1,400.00");
        await SeesAsync(economics, "€30.00");
        await room.SeesChartAsync("cohorts");
        await room.SeesChartAsync("mrr");
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("time-filled");
    });

    [Fact]
    public Task With_an_uncertain_number_there_are_bands_and_a_probability() => OpenAsync(PlanRoom.Uncertain(), async room =>
    {
        await SeesAsync(room.Page.Locator(".takeaway"), "with a probability of");
        await room.SeesChartAsync("cash");
        await SeesAsync(room.Page.Locator("#plot-cash"), "80 % band");
        await Assertions.Expect(room.Page.Locator("#chart-cash thead th")).ToHaveCountAsync(5);
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("time-fan");
        await room.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("time-dark");
    });

    [Fact]
    public Task A_row_whose_name_is_emptied_is_gone_and_the_others_stay() => OpenAsync(Planned(), async room =>
    {
        await room.FillAsync($"projection/channels/{Search}/name", "");
        await SaveAsync(room);

        await room.SeesNoticeAsync("The plan is saved.");
        var plan = (await room.SavedAsync()).Projection!;
        Assert.Equal(["Fairs"], plan.Channels.Select(each => each.Name));
        Assert.Equal(Planned().Projection!.Channels[1], plan.Channels[0]);
        Assert.Equal(Planned().Segments[0].Lifecycle!.Churn, (await room.SavedAsync()).Segments[0].Lifecycle!.Churn);
    });

    [Fact]
    public Task A_lifecycle_whose_fields_are_emptied_is_gone() => OpenAsync(Planned(), async room =>
    {
        foreach (var field in await room.Page.Locator($"[name^='{Life}/'][inputmode]").AllAsync())
            await field.FillAsync("");
        await SaveAsync(room);

        await room.SeesNoticeAsync("The plan is saved.");
        Assert.Null((await room.SavedAsync()).Segments[0].Lifecycle);
    });

    [Fact]
    public Task A_plan_that_cannot_be_saved_names_its_fields_and_stays_as_typed() => OpenAsync(Planned(), async room =>
    {
        await room.FillAsync("projection/months", "a few");
        await room.FillAsync(Life + "/churn", "often");
        await room.FillAsync($"{NewCost}/name", "Launch");
        await room.ById($"{NewCost}/kind").SelectOptionAsync("oneOff");
        await SaveAsync(room);

        await Assertions.Expect(room.Problems).ToHaveTextAsync(
            ["months – This is not a whole number.", "Shops: churn – This is not a share. Write it as 20% or 0.2."]);
        await Assertions.Expect(room.ById("projection/months")).ToHaveValueAsync("a few");
        await Assertions.Expect(room.ById($"{NewCost}/name")).ToHaveValueAsync("Launch");
        await Assertions.Expect(room.ById($"{NewCost}/kind")).ToHaveValueAsync("oneOff");
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("time-refused");

        await room.FillAsync("projection/months", "1000");
        await room.FillAsync(Life + "/churn", "5%");
        await room.FillAsync($"{NewCost}/from", "0");
        await SaveAsync(room);
        await Assertions.Expect(room.Problems).ToHaveCountAsync(2);
        await SeesAsync(room.Problems.First, "months – This number is too large: at most 120.");
        // What is refused of a new row leads to the fields it was typed into.
        await room.Problems.Last.ClickAsync();
        await Assertions.Expect(room.ById(Uri.UnescapeDataString(new Uri(room.Page.Url).Fragment[1..]))).ToHaveValueAsync("0");
        Assert.Equal(Planned().Projection!.Months, (await room.SavedAsync()).Projection!.Months);
    });

    [Fact]
    public Task A_viewer_sees_the_plan_and_cannot_change_it() => OpenAsync(Planned(), async room =>
    {
        await room.SeesChartAsync("cash");
        await Assertions.Expect(room.ById("projection/months")).ToBeDisabledAsync();
        await Assertions.Expect(room.Page.Locator("main form button.primary")).ToBeDisabledAsync();
        await room.Visit.AssertAccessibleAsync();
    }, role: Role.Viewer);

    [Fact]
    public Task In_Chinese_nothing_is_left_in_English() => OpenAsync(InChinese(Planned()), async room =>
    {
        await room.SeesChartAsync("mrr");
        await ChineseText.AssertAsync(room.Page);
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("time-chinese");
    }, language: "zh-CN");

    [Fact]
    public Task On_a_phone_everything_fits() => OpenAsync(Planned(), async room =>
    {
        await room.SeesChartAsync("mrr");
        await room.Visit.AssertFitsAsync();
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("time-narrow");
    }, narrow: true);

    private static Scenario Planned()
    {
        var scenario = PlanRoom.Uncertain();
        return scenario with
        {
            Segments = [scenario.Segments[0] with { Lifecycle = new Lifecycle { Churn = 0.04m, Expansion = 0.01m, Contraction = 0.005m, OpeningCustomers = 1_000m } }],
            Projection = new ProjectionPlan
            {
                Months = 24,
                Start = new DateOnly(2027, 1, 1),
                OpeningCash = 400_000m,
                Channels =
                [
                    new Channel { Id = Search, Name = "Search", Segment = Shops, Kind = ChannelKind.Search, Reach = 3_000m, Conversion = 0.04m, CostPerContact = 0.8m },
                    new Channel { Id = Guid.Parse("0197b000-0000-7000-8000-000000000012"), Name = "Fairs", Segment = Shops, Kind = ChannelKind.Events, Reach = 200m, Conversion = 0.1m, CostPerContact = 5, From = 3, Until = 18 },
                ],
            },
        };
    }

    internal static Scenario InChinese(Scenario scenario) => scenario with
    {
        Name = "方案",
        Segments = [scenario.Segments[0] with { Name = "商店" }],
        FixedCosts = [scenario.FixedCosts[0] with { Name = "租金" }],
        Projection = scenario.Projection is { } plan ? plan with { Channels = [.. plan.Channels.Select((channel, i) => channel with { Name = $"渠道 {i + 1}" })] } : null,
    };

    private static async Task FillPlanAsync(PlanRoom room)
    {
        await room.FillAsync("projection/months", "24");
        await room.FillAsync("projection/start", "2027-01");
        await room.FillAsync("projection/openingCash", "500,000");
        await room.FillAsync($"{NewChannel}/name", "Search");
        await room.FillAsync($"{NewChannel}/reach", "2,000");
        await room.FillAsync($"{NewChannel}/costPerContact", "1.5");
        await room.FillAsync($"{NewChannel}/conversion", "5%");
        await room.FillAsync($"{Life}/churn", "5%");
        await room.FillAsync($"{NewCost}/name", "Support");
        await room.FillAsync($"{NewCost}/amount", "5,000");
        await room.FillAsync($"{NewCost}/from", "6");
        await room.FillAsync($"{NewCost}/headcount", "2");
        await room.FillAsync($"{NewCost}/overhead", "20%");
        await SaveAsync(room);
        await room.FillAsync($"{NewCost}/name", "Launch");
        await room.ById($"{NewCost}/kind").SelectOptionAsync("oneOff");
        await room.FillAsync($"{NewCost}/amount", "30,000");
        await room.FillAsync($"{NewRound}/name", "Seed");
        await room.FillAsync($"{NewRound}/month", "12");
        await room.FillAsync($"{NewRound}/amount", "200,000");
        await SaveAsync(room);
    }

    private static ILocator Rows(PlanRoom room, string chart) => room.Page.Locator($"#chart-{chart} tbody tr");

    private static async Task SaveAsync(PlanRoom room)
    {
        await room.Page.RunAndWaitForResponseAsync(() => room.Page.ClickAsync("text=Save the plan"), answer => answer.Request.Method == "POST");
        await room.Page.WaitForLoadStateAsync();
    }

    private Task OpenAsync(Scenario scenario, Func<PlanRoom, Task> act, string language = "en", bool narrow = false, Role role = Role.Owner) =>
        VisitAsync(app, browser, scenario, "time", act, language, narrow, role);
}
