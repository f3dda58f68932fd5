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

    private static async Task ImportAsync(PlanRoom room, string plan)
    {
        await room.GoAsync("../new");
        await room.Page.SetInputFilesAsync("#file", new FilePayload { Name = "plan.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(plan) });
        await room.SubmitAsync("section[aria-labelledby=import-title] button");
    }
}
