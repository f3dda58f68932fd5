using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Pages.Sharing;

/// <summary>What a viewer takes along, where the founder lets them.</summary>
public sealed partial class DownloadTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    private static readonly string[] Files = ["scenario.xlsx", "scenario.json", "dashboard.pdf"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task The_workbook_the_plan_and_the_table_say_what_they_can_be_checked_by() => OpenAsync(async (visit, _) =>
    {
        var hash = await visit.Page.InnerTextAsync("#hash");
        var plan = PlanJson.Read(Encoding.UTF8.GetString(await FileAsync(visit, "a[href*='scenario.json']"))).Scenario!;
        Assert.Contains(hash, plan.Notes, StringComparison.Ordinal);
        Assert.Equal(SharedPlan.Of().Evaluate().Profit, plan.Evaluate().Profit);

        using var workbook = new MemoryStream(await FileAsync(visit, "a[href*='scenario.xlsx']"));
        await using var archive = await System.IO.Compression.ZipArchive.CreateAsync(workbook, System.IO.Compression.ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, Cancellation);
        var texts = new StringBuilder();
        foreach (var entry in archive.Entries.Where(entry => entry.Name.EndsWith(".xml", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancellation));
            texts.Append(await reader.ReadToEndAsync(Cancellation));
        }
        Assert.Contains(hash, texts.ToString(), StringComparison.Ordinal);

        await DrawAsync(visit, "tornado");
        await visit.Page.ClickAsync("#chart-tornado summary");
        Assert.Contains(hash, Encoding.UTF8.GetString(await DownloadAsync(visit, "[data-csv=tornado]")), StringComparison.Ordinal);
    });

    [Fact]
    public Task A_picture_is_taken_along_with_its_title_as_SVG_and_as_PNG() => OpenAsync(async (visit, _) =>
    {
        await DrawAsync(visit, "cash");
        await visit.Page.ClickAsync("#chart-cash summary");
        var title = await visit.Page.InnerTextAsync("#chart-cash figcaption");
        var svg = Encoding.UTF8.GetString(await DownloadAsync(visit, "[data-svg=cash]"));
        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.Contains(title.Split(' ')[0], svg, StringComparison.Ordinal);
        Assert.Contains("SHA-256", svg, StringComparison.Ordinal);

        var png = await DownloadAsync(visit, "[data-png=cash]");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        await File.WriteAllBytesAsync(Path.Combine(Folders.Screenshots, "dashboard-cash-file.png"), png, Cancellation);
    });

    [Fact]
    public Task The_dashboard_is_made_into_a_PDF_of_its_own() => OpenAsync(async (visit, shared) =>
    {
        Assert.SkipWhen(await visit.Page.Locator("[data-print]").CountAsync() > 0, "The server finds no Chromium of its own.");
        var before = await VisitsAsync(shared);
        var pdf = await DownloadAsync(visit, "a[href*='dashboard.pdf']");

        await File.WriteAllBytesAsync(Path.Combine(Folders.Screenshots, "dashboard.pdf"), pdf, Cancellation);
        var text = Encoding.Latin1.GetString(pdf);
        Assert.StartsWith("%PDF-", text, StringComparison.Ordinal);
        Assert.InRange(Page().Count(text), 2, 40);
        Assert.True(pdf.Length > 20_000, $"It has {pdf.Length} bytes only.");
        // A4 in points.
        Assert.Matches(@"/MediaBox \[0 0 59[45]\S* 84[12]\S*\]", text);
        Assert.Equal(before, await VisitsAsync(shared));
    });

    [Fact]
    public Task On_paper_everything_is_open_and_nothing_can_be_pressed() => OpenAsync(async (visit, _) =>
    {
        await visit.Page.SetViewportSizeAsync(718, 1000);
        await visit.Page.EvaluateAsync("() => { dispatchEvent(new Event('beforeprint')); }");
        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visit.Page.WaitForSelectorAsync("#plot-histogram svg");
        await Assertions.Expect(visit.Page.Locator("[data-figure=payback] p")).ToBeVisibleAsync();
        await Assertions.Expect(visit.Page.Locator("button:visible, input:visible, .downloads:visible, #note:visible")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator("#hash")).ToBeVisibleAsync();
        await visit.AssertFitsAsync();
        await visit.PictureAsync("dashboard-print");
        await visit.Page.EvaluateAsync("() => { dispatchEvent(new Event('afterprint')); }");
        await Assertions.Expect(visit.Page.Locator("[data-figure=payback] p")).ToBeHiddenAsync();
    });

    [Fact]
    public async Task Where_downloads_are_off_there_is_no_button_and_no_file()
    {
        var shared = await GivenDashboard.OfAsync(app, [SharedPlan.Of()], link => link.AllowsDownloads = false);
        await browser.VisitAsync(app, async visit =>
        {
            await visit.GoAsync(shared.Share.Address);
            await Assertions.Expect(visit.Page.Locator(".downloads, [data-csv], [data-png], [data-svg]")).ToHaveCountAsync(0);
            visit.ExpectedStatus = 404;
            foreach (var file in Files)
                Assert.Equal(404, (await visit.Page.APIRequest.GetAsync($"{shared.Share.Address}/{file}")).Status);
        });
    }

    [Fact]
    public async Task A_ticket_that_nobody_issued_opens_nothing()
    {
        var shared = await GivenDashboard.OfAsync(app, [SharedPlan.Of()], link => link.PasscodeHash = "none");
        using var client = app.Client();
        using var answer = await client.GetAsync($"{shared.Share.Address}?print=guessed", Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Nobody_gets_a_file_without_having_opened_the_dashboard()
    {
        var shared = await GivenDashboard.OfAsync(app, [SharedPlan.Of()]);
        using var client = app.Client();
        foreach (var file in Files.Append("what-if"))
        {
            using var answer = await client.GetAsync($"{shared.Share.Address}/{file}", Cancellation);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    private async Task<int> VisitsAsync(GivenDashboard shared) =>
        (await app.EveryRowOfAsync(shared.Organisation)).Count(row => row.StartsWith("share_visits ", StringComparison.Ordinal));

    private static async Task DrawAsync(Visit visit, string id)
    {
        await visit.Page.Locator($"#chart-{id}").ScrollIntoViewIfNeededAsync();
        await visit.Page.WaitForSelectorAsync($"#plot-{id} svg");
    }

    private static async Task<byte[]> FileAsync(Visit visit, string link)
    {
        var answer = await visit.Page.APIRequest.GetAsync((await visit.Page.GetAttributeAsync(link, "href"))!);
        Assert.Equal(200, answer.Status);
        Assert.StartsWith("attachment", answer.Headers["content-disposition"], StringComparison.Ordinal);
        return await answer.BodyAsync();
    }

    private static async Task<byte[]> DownloadAsync(Visit visit, string button)
    {
        var download = await visit.Page.RunAndWaitForDownloadAsync(() => visit.Page.ClickAsync(button), new() { Timeout = 40_000 });
        return await File.ReadAllBytesAsync(await download.PathAsync(), Cancellation);
    }

    private async Task OpenAsync(Func<Visit, GivenDashboard, Task> act)
    {
        var shared = await GivenDashboard.OfAsync(app, [SharedPlan.Of()], arrange: SharedPlan.WithEvidence);
        await browser.VisitAsync(app, async visit =>
        {
            await visit.GoAsync(shared.Share.Address);
            await act(visit, shared);
        });
    }

    [GeneratedRegex(@"/Type\s*/Page\b")]
    private static partial Regex Page();
}
