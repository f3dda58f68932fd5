using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Pages.Transcripts;

public sealed class UploadTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    private const string Talk = "conversation,time,speaker,text,plan\n7,2026-01-02 10:11,customer,my mail is anna@example.com,pro\n7,2026-01-02 10:12,agent,Thank you,pro\n8,2026-01-03 09:00,customer,it is too expensive,free\n8,soon,customer,really,free\n";

    [Fact]
    public Task A_file_is_confirmed_column_by_column_imported_and_what_was_not_read_is_told() => VisitAsync(async (visit, organisation) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"/o/{organisation.Slug}/transcripts");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("No conversations yet");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("transcripts-empty");
        await page.ClickAsync("text=Choose a file");
        await Assertions.Expect(page.Locator("#file")).ToBeAttachedAsync();
        await visit.AssertAccessibleAsync();
        await ChooseAsync(page, "talk.csv", Talk);

        await Assertions.Expect(page.Locator(".preview")).ToContainTextAsync("my mail is [email 1]");
        await Assertions.Expect(page.Locator("#upload")).Not.ToContainTextAsync("anna@example.com");
        await Assertions.Expect(page.Locator("[aria-label='Meaning of text']")).ToHaveValueAsync("Text");
        await Assertions.Expect(page.Locator("[aria-label='Meaning of plan']")).ToHaveValueAsync("Plan");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("transcripts-columns");

        await page.SelectOptionAsync("[aria-label='Meaning of plan']", "Text");
        await page.ClickAsync("button:text-is('Import')");
        await Assertions.Expect(page.Locator("#upload-problem")).ToContainTextAsync("Two columns have the same meaning");
        await page.SelectOptionAsync("[aria-label='Meaning of plan']", "Plan");
        await page.ClickAsync("button:text-is('Import')");

        await SeesDoneAsync(page, "3 turns of 2 conversations are in.");
        // Without loading the page anew: what has come is read by a job that is watched here.
        await Assertions.Expect(page.Locator("#upload .job")).ToContainTextAsync(new Regex("Reading what customers said|All conversations are read"));
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("transcripts-done");
        await page.ClickAsync("text=Show what was not read");
        await Assertions.Expect(page.Locator("tbody tr")).ToHaveTextAsync([new Regex("5.*The time cannot be read")]);
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("transcripts-rejected");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("text=Download as CSV"));
        using var csv = new StreamReader(await download.CreateReadStreamAsync());
        Assert.StartsWith("Line,What is wrong\r\n5,", await csv.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await visit.GoAsync($"/o/{organisation.Slug}/transcripts");
        await Assertions.Expect(page.Locator("#uploads tbody tr")).ToContainTextAsync("talk.csv");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("transcripts-list");
        await visit.GoAsync($"/o/{organisation.Slug}/transcripts/new");
        await ChooseAsync(page, "again.csv", Talk);
        await Assertions.Expect(page.Locator("#upload .problems")).ToContainTextAsync("This file has been uploaded before");
        await Assertions.Expect(page.Locator("button:text-is('Import anyway')")).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_file_of_several_parts_is_paused_and_after_a_reload_goes_on_to_its_end() => VisitAsync(async (visit, organisation) =>
    {
        var page = visit.Page;
        var file = Long(30_000_000, out var turns);
        // The first part is let through, the second waits until the test has paused.
        var sent = 0;
        var release = new TaskCompletionSource();
        await page.RouteAsync("**/parts?offset=*", async route =>
        {
            if (Interlocked.Increment(ref sent) == 2)
                await release.Task;
            await route.ContinueAsync();
        });
        await visit.GoAsync($"/o/{organisation.Slug}/transcripts/new");
        await ChooseAsync(page, "long.csv", file);
        await page.ClickAsync("button:text-is('Import')");
        await Assertions.Expect(page.Locator("#upload-rate")).ToContainTextAsync("turns a second", new() { Timeout = 60_000 });
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("transcripts-importing");
        await page.ClickAsync("button:text-is('Pause')");
        await Assertions.Expect(page.Locator("#upload")).ToHaveAttributeAsync("data-state", "Paused");
        release.SetResult();
        await visit.PictureAsync("transcripts-paused");
        await page.ClickAsync("button:text-is('Go on')");
        await Assertions.Expect(page.Locator("#upload")).ToHaveAttributeAsync("data-state", "Importing");

        // In the middle of it the window is loaded anew: the file is gone from it.
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-choose]")).ToBeVisibleAsync();
        await ChooseAsync(page, "other.csv", Talk);
        await Assertions.Expect(page.Locator("#upload-status")).ToContainTextAsync("This is another file");
        await ChooseAsync(page, "long.csv", file);

        await Assertions.Expect(page.Locator("#upload")).ToHaveAttributeAsync("data-state", "Done", new() { Timeout = 180_000 });
        await SeesDoneAsync(page, $"{turns:#,##0} turns of {turns:#,##0} conversations are in.");
    });

    [Fact]
    public Task A_row_longer_than_a_part_is_told_and_what_follows_is_imported() => VisitAsync(async (visit, organisation) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"/o/{organisation.Slug}/transcripts/new");
        await ChooseAsync(page, "talk.csv", Talk + $"8,2026-01-04 09:00,customer,{new string('a', 600_000)},free\n9,2026-01-04 10:00,customer,where is it,free\n");
        await page.ClickAsync("button:text-is('Import')");

        await SeesDoneAsync(page, "4 turns of 3 conversations are in.");
        await page.ClickAsync("text=Show what was not read");
        await Assertions.Expect(page.Locator("tbody")).ToContainTextAsync("6");
    });

    [Fact]
    public Task A_server_that_is_away_for_a_while_loses_nothing() => VisitAsync(async (visit, organisation) =>
    {
        var page = visit.Page;
        visit.ExpectedStatus = 503;
        var failures = 2;
        await page.RouteAsync("**/parts**", route => Interlocked.Decrement(ref failures) >= 0
            ? route.FulfillAsync(new RouteFulfillOptions { Status = 503 }) : route.ContinueAsync());
        await visit.GoAsync($"/o/{organisation.Slug}/transcripts/new");
        await ChooseAsync(page, "talk.csv", Talk);
        await page.ClickAsync("button:text-is('Import')");

        await Assertions.Expect(page.Locator("#upload-status")).ToContainTextAsync("The server does not answer");
        await SeesDoneAsync(page, "3 turns of 2 conversations are in.");
    });

    [Fact]
    public Task What_cannot_be_read_at_all_is_told_and_another_reading_is_tried() => VisitAsync(async (visit, organisation) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"/o/{organisation.Slug}/transcripts/new");
        await ChooseAsync(page, "scan.pdf", "%PDF-1.7 and so on\n");
        await Assertions.Expect(page.Locator(".problems")).ToContainTextAsync("neither text nor a workbook");
        await visit.AssertAccessibleAsync();

        await ChooseAsync(page, "talk.csv", "what does it cost; really\nplease cancel; now\n");
        await Assertions.Expect(page.Locator(".preview tbody tr")).ToHaveCountAsync(2);
        await page.SelectOptionAsync("#headings", "true");
        await page.ClickAsync("button:text-is('Read again')");
        await Assertions.Expect(page.Locator(".preview tbody tr")).ToHaveCountAsync(1);
        await page.SelectOptionAsync("#divider", "9");
        await page.ClickAsync("button:text-is('Read again')");
        await Assertions.Expect(page.Locator(".preview thead th")).ToHaveCountAsync(1);

        await page.ClickAsync("text=Another file");
        await visit.GoAsync($"/o/{organisation.Slug}/transcripts");
        await page.ClickAsync("text=talk.csv");
        await Assertions.Expect(page.Locator("[data-choose]")).ToBeVisibleAsync();
        await page.ClickAsync("details summary");
        await page.ClickAsync("text=Delete for good");
        await Assertions.Expect(page.Locator(".notice")).ToContainTextAsync("deleted");
    });

    [Fact]
    public Task A_file_that_is_chosen_before_the_script_is_there_is_read_all_the_same() => VisitAsync(async (visit, organisation) =>
    {
        var page = visit.Page;
        var isHeld = new TaskCompletionSource();
        await page.RouteAsync("**/assets/upload*.js*", async route =>
        {
            await isHeld.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync($"/o/{organisation.Slug}/transcripts/new", new() { WaitUntil = WaitUntilState.Commit });
        await ChooseAsync(page, "talk.csv", Talk);
        isHeld.SetResult();

        await Assertions.Expect(page.Locator(".preview")).ToContainTextAsync("my mail is [email 1]");
    });

    [Fact]
    public Task In_Chinese_nothing_is_left_in_English() => VisitAsync(async (visit, organisation) =>
    {
        var page = visit.Page;
        await visit.GoAsync($"/o/{organisation.Slug}/transcripts");
        await visit.PictureAsync("transcripts-empty-chinese");
        await page.ClickAsync("text=选择文件");
        await ChooseAsync(page, "对话.CSV", "对话编号,时间,发言者,内容,套餐\n1,2026-01-31 14:05,客户,团队版多少钱？,免费版\n1,2026-01-31 14:06,客服,每月四十九元,免费版\n2,2026-01-31 15:20,客户,,专业版\n");
        await Assertions.Expect(page.Locator(".preview")).ToContainTextAsync("团队版多少钱");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("transcripts-columns-chinese");
        await page.ClickAsync("button:text-is('开始导入')");
        await SeesDoneAsync(page, "已导入 1 个对话、2 条发言。");
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("transcripts-done-chinese");
        await page.ClickAsync("text=查看未能读取的记录");
        await page.WaitForURLAsync("**/rejected*");
        await ChineseText.AssertAsync(page);
        await visit.AssertAccessibleAsync();
    }, language: "zh-CN");

    [Fact]
    public Task On_a_phone_everything_fits() => VisitAsync(async (visit, organisation) =>
    {
        var page = visit.Page;
        await page.SetViewportSizeAsync(360, 780);
        await visit.GoAsync($"/o/{organisation.Slug}/transcripts");
        await visit.AssertFitsAsync();
        await page.ClickAsync("text=Choose a file");
        await Assertions.Expect(page.Locator("#file")).ToBeAttachedAsync();
        await visit.AssertFitsAsync();
        await ChooseAsync(page, "talk.csv", Talk);
        await Assertions.Expect(page.Locator(".preview")).ToBeVisibleAsync();
        await visit.AssertFitsAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("transcripts-columns-narrow");
        await page.ClickAsync("button:text-is('Import')");
        await SeesDoneAsync(page, "3 turns of 2 conversations are in.");
        await visit.AssertFitsAsync();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("transcripts-done-narrow-dark");
        await visit.GoAsync($"/o/{organisation.Slug}/transcripts");
        await visit.AssertFitsAsync();
        await visit.PictureAsync("transcripts-list-narrow-dark");
    }, narrow: true);

    private static Task SeesDoneAsync(IPage page, string told) =>
        Assertions.Expect(page.Locator("#upload .takeaway")).ToHaveTextAsync(told, new() { Timeout = 30_000 });

    private static Task ChooseAsync(IPage page, string name, string text) => ChooseAsync(page, name, Encoding.UTF8.GetBytes(text));

    private static async Task ChooseAsync(IPage page, string name, byte[] file)
    {
        // From a folder: what goes through the browser's own protocol may not be as long.
        var path = Path.Combine(Directory.CreateTempSubdirectory("profitplanner-upload-").FullName, name);
        await File.WriteAllBytesAsync(path, file);
        await page.SetInputFilesAsync("#file", path);
    }

    private static byte[] Long(int size, out int turns)
    {
        var text = new StringBuilder("text\n");
        for (turns = 0; text.Length < size; turns++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"what {turns} does it cost, and why does it cost as much as that when others ask for less? ").Append('x', 900).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private async Task VisitAsync(Func<Visit, GivenOrganisation, Task> act, string language = "en", bool narrow = false)
    {
        var organisation = await app.GivenOrganisationAsync();
        var analyst = await app.GivenMemberAsync(organisation, Role.Analyst);
        await browser.VisitAsync(app, async visit =>
        {
            await visit.SignInAsync(app, analyst, organisation);
            await act(visit, organisation);
        }, language, narrow);
    }
}
