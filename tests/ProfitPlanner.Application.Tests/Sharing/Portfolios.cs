using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Application.Tests.Scenarios;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Sharing;

/// <summary>Dashboards of several organisations, seen by an investor who is in none of them.</summary>
public sealed class Portfolios(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    [Fact]
    public async Task Every_dashboard_that_names_the_address_is_there_and_no_other()
    {
        var investor = await planner.GivenPersonAsync("Ines");
        var (first, second) = (await planner.GivenOrganisationAsync(), await planner.GivenOrganisationAsync());
        await planner.GivenShareAsync(first, [Examples.Article], link => (link.Name, link.Emails) = ("First", [investor.Email]));
        planner.Clock.Advance(TimeSpan.FromMinutes(1));
        await planner.GivenShareAsync(second, [Examples.Article], link => (link.Name, link.Emails) = ("Second", ["x@example.com", investor.Email]));
        await planner.GivenShareAsync(second, [Examples.Article], link => (link.Name, link.Emails) = ("Not theirs", ["x@example.com"]));
        await planner.GivenShareAsync(second, [Examples.Article], link => link.Name = "For anybody who has the link");
        await planner.GivenShareAsync(second, [Examples.Article], link => (link.Name, link.Emails, link.IsPaused) = ("Paused", [investor.Email], true));

        var portfolio = await planner.As(investor, slug: null).Send(new ListPortfolio.Query());

        Assert.Equal(["Second", "First"], portfolio.Dashboards.Select(dashboard => dashboard.Name));
        Assert.Equal([second.Name, first.Name], portfolio.Dashboards.Select(dashboard => dashboard.Organisation));
        Assert.All(portfolio.Dashboards, dashboard => Assert.True(dashboard.HasNews));
    }

    [Fact]
    public async Task It_opens_for_the_investor_without_a_code_and_for_nobody_else()
    {
        var (investor, stranger) = (await planner.GivenPersonAsync("Ines"), await planner.GivenPersonAsync("Stranger"));
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenShareAsync(organisation, [Examples.Article], link => link.Emails = [investor.Email]);
        var token = (await planner.As(investor, slug: null).Send(new ListPortfolio.Query())).Dashboards.Single().Token;

        var opened = await planner.As(investor, slug: null).Send(new OpenDashboard.Command(token, null, BeginsVisit: true));

        Assert.Equal(investor.Email, opened!.Viewer);
        Assert.Null(await planner.As(stranger, slug: null).Send(new OpenDashboard.Command(token, null, BeginsVisit: true)));
        Assert.Null(await planner.AsAnybody().Send(new OpenDashboard.Command(token, null, BeginsVisit: true)));
        Assert.False((await planner.As(investor, slug: null).Send(new ListPortfolio.Query())).Dashboards.Single().HasNews);
    }

    [Fact]
    public async Task Whose_address_is_taken_off_the_list_no_longer_comes_in()
    {
        var investor = await planner.GivenPersonAsync("Ines");
        var organisation = await planner.GivenOrganisationAsync();
        var share = await planner.GivenShareAsync(organisation, [Examples.Article], link => link.Emails = [investor.Email]);
        var sender = planner.As(investor, slug: null);
        var token = (await sender.Send(new ListPortfolio.Query())).Dashboards.Single().Token;
        Assert.NotNull(await sender.Send(new OpenDashboard.Command(token, null, BeginsVisit: true)));

        await using (var db = planner.Database.AsOwner())
        {
            await db.ShareLinks.IgnoreQueryFilters().Where(link => link.Id == share.Id)
                .ExecuteUpdateAsync(change => change.SetProperty(link => link.Emails, Array.Empty<string>()), TestContext.Current.CancellationToken);
        }

        Assert.Empty((await sender.Send(new ListPortfolio.Query())).Dashboards);
        Assert.Null(await sender.Send(new OpenDashboard.Command(token, null, BeginsVisit: true)));
    }
}
