using System.Net;
using AngleSharp.Html.Parser;

namespace ProfitPlanner.Web.Tests.Composition;

public sealed class AssetTests(WebApp app) : IClassFixture<WebApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_asset_of_the_layout_is_there_for_somebody_not_signed_in_under_a_name_that_holds_its_content()
    {
        using var client = app.Client();
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/error/404", Cancellation));
        var addresses = page.QuerySelectorAll("script[src], link[href], img[src]")
            .Select(e => e.GetAttribute("src") ?? e.GetAttribute("href")!).ToList();

        Assert.Contains(addresses, a => a.EndsWith(".js", StringComparison.Ordinal));
        Assert.Contains(addresses, a => a.EndsWith(".css", StringComparison.Ordinal));
        foreach (var address in addresses)
        {
            using var response = await client.GetAsync(address, Cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(Cancellation));
            Assert.Matches(@"\.[a-z0-9]{10}\.(js|css|svg)$", address);
        }
    }

    [Fact]
    public async Task Every_address_on_the_page_is_our_own()
    {
        using var client = app.Client();
        var page = new HtmlParser().ParseDocument(await client.GetStringAsync("/error/404", Cancellation));

        Assert.All(
            page.QuerySelectorAll("[src], [href], [action]").Select(e => e.GetAttribute("src") ?? e.GetAttribute("href") ?? e.GetAttribute("action")),
            address => Assert.Matches("^(/(?!/)|#)", address));
    }
}
