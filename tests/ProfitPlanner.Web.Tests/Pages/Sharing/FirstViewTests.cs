using System.IO.Compression;
using System.Text;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;

namespace ProfitPlanner.Web.Tests.Pages.Sharing;

public sealed class FirstViewTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    private const int Most = 200_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_view_is_under_200_kB_compressed()
    {
        var shared = await GivenDashboard.OfAsync(app, [SharedPlan.Of(), SharedPlan.Of("Bold")], arrange: SharedPlan.WithEvidence);
        using var client = app.Client();
        var html = await client.GetStringAsync(shared.Share.Address, Cancellation);
        var page = new HtmlParser().ParseDocument(html);
        var assets = page.QuerySelectorAll("script[src], link[rel=stylesheet], link[rel=icon]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!);
        var bytes = Compressed(Encoding.UTF8.GetBytes(html));
        foreach (var asset in assets)
            bytes += Compressed(await client.GetByteArrayAsync(asset, Cancellation));

        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes:N0} bytes");
        Assert.InRange(bytes, 1, Most);
    }

    [Fact]
    public async Task What_draws_pictures_is_not_loaded_before_the_first_comes_near()
    {
        var shared = await GivenDashboard.OfAsync(app, [SharedPlan.Of()]);
        await browser.VisitAsync(app, async visit =>
        {
            var loaded = new List<string>();
            visit.Page.Request += (_, request) => loaded.Add(request.Url);
            await visit.Page.SetViewportSizeAsync(1280, 300);
            await visit.Page.GotoAsync(shared.Share.Address, new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.Contains(loaded, url => url.Contains("/dashboard.", StringComparison.Ordinal));
            Assert.DoesNotContain(loaded, url => url.Contains("/charts.", StringComparison.Ordinal));
            await visit.Page.Locator("#chart-waterfall").ScrollIntoViewIfNeededAsync();
            await visit.Page.WaitForSelectorAsync("#plot-waterfall svg");
        });
    }

    private static int Compressed(byte[] content)
    {
        using var result = new MemoryStream();
        using (var gzip = new GZipStream(result, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        return (int)result.Length;
    }
}
