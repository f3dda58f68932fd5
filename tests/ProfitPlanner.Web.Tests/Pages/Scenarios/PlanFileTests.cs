using System.Text;
using Microsoft.Playwright;
using ProfitPlanner.ProfitModel.Scenarios;
using static ProfitPlanner.Web.Tests.Pages.PlanRoom;

namespace ProfitPlanner.Web.Tests.Pages.Scenarios;

public sealed class PlanFileTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    [Fact]
    public Task What_is_exported_is_imported_without_loss() => PlanRoom.VisitAsync(app, browser, PlanRoom.Uncertain(), "", async room =>
    {
        var download = await room.Page.RunAndWaitForDownloadAsync(() => room.Page.ClickAsync("text=Export as a plan file"));
        var plan = await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(ScenarioJson.Write(await room.SavedAsync()), ScenarioJson.Write(PlanJson.Read(plan).Scenario!));

        await ImportAsync(room, plan);
        await Assertions.Expect(room.Page.Locator("#name")).ToHaveValueAsync("Article");
        await SeesAsync(room.Page.Locator("#profit"), "€");
    });

    [Fact]
    public Task A_plan_with_a_mistake_is_refused_with_its_place() => PlanRoom.VisitAsync(app, browser, Article(), "", async room =>
    {
        await ImportAsync(room, """{ "name": "A", "currency": "EUR", "segments": [ { "name": "B", "potentialCustomers": 1, "conversion": 1.5, "price": 1 } ] }""");

        await SeesAsync(room.Page.Locator("[role=alert].problems"), "$.segments[0].conversion");
        await room.Visit.AssertAccessibleAsync();
    });

    [Theory, InlineData("en", "Show what would change"), InlineData("zh-Hans", "显示将要改动的内容")]
    public Task Changed_numbers_come_back_after_a_look_at_them(string language, string preview) => PlanRoom.VisitAsync(app, browser, Article(), "", async room =>
    {
        var download = await room.Page.RunAndWaitForDownloadAsync(() => room.Page.ClickAsync("a[href='?handler=Workbook']"));
        var workbook = await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        var plan = PlanJson.Write(await room.SavedAsync());
        await room.GoAsync("import");
        await room.Visit.AssertAccessibleAsync();

        await PreviewAsync(room, "scenario.xlsx", workbook);
        await Assertions.Expect(room.Page.Locator("[name=changes]")).ToHaveCountAsync(0);

        await PreviewAsync(room, "plan.json", Encoding.UTF8.GetBytes("{"));
        await Assertions.Expect(room.Page.Locator("[role=alert].problems")).ToBeVisibleAsync();

        await PreviewAsync(room, "plan.json", Encoding.UTF8.GetBytes(plan.Replace("\"price\": 100", "\"price\": 125", StringComparison.Ordinal)));
        await SeesAsync(room.Page.Locator(".changes"), "125");
        await room.Visit.AssertAccessibleAsync();
        await room.Visit.PictureAsync($"import-{language}");
        Assert.Equal(new Subscription(100), (await room.SavedAsync()).Segments[0].Revenue);

        await room.SubmitAsync("form[action$='Apply'] button");
        Assert.Equal(new Subscription(125), (await room.SavedAsync()).Segments[0].Revenue);

        async Task PreviewAsync(PlanRoom room, string name, byte[] file)
        {
            await room.Page.SetInputFilesAsync("#file", new FilePayload { Name = name, MimeType = "application/octet-stream", Buffer = file });
            await Assertions.Expect(room.Page.GetByRole(AriaRole.Button, new() { Name = preview })).ToBeVisibleAsync();
            await room.SubmitAsync("form[action$='Preview'] button");
        }
    }, language: language, narrow: language != "en");

    private static async Task ImportAsync(PlanRoom room, string plan)
    {
        await room.GoAsync("../new");
        await room.Page.SetInputFilesAsync("#file", new FilePayload { Name = "plan.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(plan) });
        await room.SubmitAsync("section[aria-labelledby=import-title] button");
    }
}
