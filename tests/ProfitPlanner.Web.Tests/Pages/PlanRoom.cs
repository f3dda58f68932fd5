using Microsoft.Playwright;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Pages;

/// <summary>A room of one scenario as a member sees it in a browser.</summary>
internal sealed class PlanRoom(Visit visit, string address, Func<Task<Scenario>> saved)
{
    public static readonly Guid Shops = Guid.Parse("0197b000-0000-7000-8000-000000000001");
    public static readonly Guid Rent = Guid.Parse("0197b000-0000-7000-8000-000000000002");

    public static readonly string Conversion = $"segments/{Shops}/conversion";
    public static readonly string Potential = $"segments/{Shops}/potentialCustomers";
    public static readonly string RentAmount = $"fixedCosts/{Rent}/amount";

    public Visit Visit => visit;

    public IPage Page => visit.Page;

    /// <summary>Of the scenario's first page; the others' are longer.</summary>
    public string Address => address;

    public ILocator Notice => Page.Locator("main > .notice");

    public ILocator Problems => Page.Locator(".problems li a");

    /// <summary>2,000 subscribers at 100 − 30, less a rent of 100,000: a profit of 40,000 a month.</summary>
    public static Scenario Article() => new()
    {
        Name = "Article",
        Currency = Currency.Of("EUR"),
        Period = Period.Month,
        Segments =
        [
            new Segment { Id = Shops, Name = "Shops", PotentialCustomers = 10_000, Conversion = 0.2m, Revenue = new Subscription(100), VariableCost = 30 },
        ],
        FixedCosts = [new FixedCost { Id = Rent, Name = "Rent", Amount = 100_000 }],
    };

    /// <summary>The article's scenario with a conversion of 15 % to 25 %, a rent of 80,000 to 120,000, and 8,000 to 12,000 shops.</summary>
    public static Scenario Uncertain() => Article() with
    {
        Segments =
        [
            Article().Segments[0] with { Conversion = new Estimate(new BetaDistribution(20, 80)), PotentialCustomers = new Estimate(new UniformDistribution(8_000, 12_000)) },
        ],
        FixedCosts = [new FixedCost { Id = Rent, Name = "Rent", Amount = new Estimate(new TriangularDistribution(80_000, 100_000, 120_000)) }],
    };

    /// <param name="room">As it ends the address.</param>
    public static async Task VisitAsync(
        WebApp app, Browser browser, Scenario scenario, string room, Func<PlanRoom, Task> act,
        string language = "en", bool narrow = false, Role role = Role.Owner, bool dark = false)
    {
        var organisation = await app.GivenOrganisationAsync();
        var id = await app.GivenStoredScenarioAsync(organisation, scenario);
        var member = role == Role.Owner ? organisation.Owner : await app.GivenMemberAsync(organisation, role);
        await browser.VisitAsync(app, async visit =>
        {
            await visit.SignInAsync(app, member, organisation);
            await visit.Page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            await visit.GoAsync($"/o/{organisation.Slug}/scenarios/{id}/{room}");
            await act(new PlanRoom(visit, $"/o/{organisation.Slug}/scenarios/{id}", async () =>
                (await app.As(member, organisation).Send(new OpenScenario.Query(id))).Scenario));
        }, language, narrow);
    }

    public Task<Scenario> SavedAsync() => saved();

    public Task<IResponse> GoAsync(string room) => visit.GoAsync($"{address}/{room}");

    public ILocator ById(string id) => Page.Locator($"[id='{id}']");

    public Task FillAsync(string id, string text) => ById(id).FillAsync(text);

    public Task SeesNoticeAsync(string text) => SeesAsync(Notice, text);

    /// <summary>Clicks, and waits until another page has come, though it may look like this one.</summary>
    public async Task SubmitAsync(string button)
    {
        await Page.EvaluateAsync("() => { document.documentElement.dataset.before = '1'; }");
        await Page.ClickAsync(button);
        await Assertions.Expect(Page.Locator("html[data-before]")).ToHaveCountAsync(0);
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>Keeps a picture of the page, which fits its window, is accessible, and has no English word where it is Chinese.</summary>
    public async Task AssertWellAsync(string language, string picture)
    {
        await visit.PictureAsync(picture);
        await visit.AssertFitsAsync();
        await visit.AssertAccessibleAsync();
        if (language.StartsWith("zh", StringComparison.Ordinal))
            await ChineseText.AssertAsync(Page);
    }

    public async Task SeesChartAsync(string id) => await Page.WaitForSelectorAsync($"#plot-{id} svg");

    public static Task SeesAsync(ILocator place, string text) => Assertions.Expect(place).ToContainTextAsync(text);
}
