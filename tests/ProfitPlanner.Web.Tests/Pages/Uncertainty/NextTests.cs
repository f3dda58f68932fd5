using Microsoft.Playwright;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using static ProfitPlanner.Web.Tests.Pages.PlanRoom;

namespace ProfitPlanner.Web.Tests.Pages.Uncertainty;

public sealed class NextTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    private const string Room = "next";

    [Fact]
    public Task Without_an_uncertain_number_there_is_nothing_to_find_out() => OpenAsync(Article(), async room =>
    {
        await SeesAsync(room.Page.Locator("#takeaway"), "No number is uncertain yet");
        await Assertions.Expect(room.Page.Locator("#best")).ToHaveTextAsync("Launch");
        await Assertions.Expect(room.Page.Locator("#evpi")).ToContainTextAsync("€0.00");
        await room.Visit.AssertAccessibleAsync();
    });

    [Fact]
    public Task The_number_most_worth_knowing_stands_first_with_what_a_sample_is_worth() => OpenAsync(Risky(), async room =>
    {
        await SeesAsync(room.Page.Locator("#takeaway"), "Find out “Shops: Conversion rate” next");
        await SeesAsync(room.Page.Locator("#findings tbody tr").First, "answers:");
        await room.SeesChartAsync("worth");
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync("next");
    });

    [Fact]
    public Task A_planned_experiment_is_weighed_against_its_cost_and_taken_away_again() => OpenAsync(Risky(), async room =>
    {
        await room.FillAsync("name", "Ask 200 shops");
        await room.ById("input").SelectOptionAsync(Conversion);
        await room.FillAsync("size", "200");
        await room.FillAsync("cost", "1000000");
        await room.SubmitAsync("text=Add the experiment");

        await room.SeesNoticeAsync("The experiment is planned.");
        await SeesAsync(room.Page.Locator("#planned tbody tr"), "not worth it");
        Assert.Equal("Ask 200 shops", Assert.Single((await room.SavedAsync()).Experiments).Name);
        await room.Visit.AssertAccessibleAsync();

        await room.SubmitAsync("#planned button");
        Assert.Empty((await room.SavedAsync()).Experiments);
    });

    [Fact]
    public Task A_number_that_is_no_share_needs_the_noise_of_its_observations() => OpenAsync(Risky(), async room =>
    {
        await room.FillAsync("name", "Ask the landlord");
        await room.ById("input").SelectOptionAsync(RentAmount);
        await room.SubmitAsync("text=Add the experiment");

        await Assertions.Expect(room.Problems).ToHaveAttributeAsync("href", "#noise");
        Assert.Empty((await room.SavedAsync()).Experiments);
    });

    [Fact]
    public Task Which_price_is_a_decision_where_demand_follows_it() => OpenAsync(WithDemand(), async room =>
    {
        await room.ById("decision").SelectOptionAsync(Shops.ToString());
        await room.SubmitAsync("text=Weigh");

        await SeesAsync(room.Page.Locator("#findings"), "Offer several prices and see who buys");
        Assert.True(await room.Page.Locator("section[aria-labelledby=alternatives-title] tbody tr").CountAsync() >= 4);
        await room.Visit.PictureAsync("next-price");
    });

    [Fact]
    public Task A_viewer_reads_it_in_chinese_and_cannot_plan() => PlanRoom.VisitAsync(app, browser, Risky(), Room, async room =>
    {
        await SeesAsync(room.Page.Locator("#takeaway"), "下一步请查明");
        await Assertions.Expect(room.Page.Locator("#name")).ToHaveCountAsync(0);
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.AssertFitsAsync();
        await room.Visit.PictureAsync("next-narrow-zh");
    }, language: "zh-Hans", narrow: true, role: Role.Viewer);

    // A profit about as likely as a loss.
    private static Scenario Risky() => PlanRoom.Uncertain() with
    {
        FixedCosts = [new FixedCost { Id = Rent, Name = "Rent", Amount = new Estimate(new TriangularDistribution(120_000, 140_000, 150_000)) }],
    };

    private static Scenario WithDemand() => Article() with
    {
        Segments =
        [
            Article().Segments[0] with
            {
                Demand = new LogitDemand(new Estimate(new NormalDistribution(4, 0.8)), new Estimate(new NormalDistribution(-0.05, 0.01))),
            },
        ],
    };

    private Task OpenAsync(Scenario scenario, Func<PlanRoom, Task> act) => PlanRoom.VisitAsync(app, browser, scenario, Room, act);
}
