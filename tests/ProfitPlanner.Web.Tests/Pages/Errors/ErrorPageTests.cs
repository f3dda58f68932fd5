using System.Net;
using AngleSharp.Html.Parser;

namespace ProfitPlanner.Web.Tests.Pages.Errors;

public sealed class ErrorPageTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_that_is_not_there_gives_404_and_a_page_that_says_so()
    {
        using var client = app.Client();

        using var response = await client.GetAsync("/no/such/page", Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal("Nothing is here", page.QuerySelector("h1")?.TextContent);
        Assert.Null(page.QuerySelector("code"));
    }

    [Theory]
    [InlineData(400, "could not be understood")]
    [InlineData(403, "role does not allow")]
    [InlineData(429, "Too many tries")]
    [InlineData(500, "broke on our side")]
    public async Task Every_kind_of_error_has_its_words(int status, string words)
    {
        using var client = app.Client();

        var page = new HtmlParser().ParseDocument(await client.GetStringAsync($"/error/{status}", Cancellation));

        Assert.Contains(words, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(status == 500, page.QuerySelector("code") is not null);
    }

    [Theory]
    [InlineData("en", false)]
    [InlineData("en", true)]
    [InlineData("zh-CN", false)]
    [InlineData("zh-CN", true)]
    public Task The_page_is_accessible_and_fits_a_wide_and_a_narrow_window(string language, bool narrow) =>
        browser.VisitAsync(app, async visit =>
        {
            visit.ExpectedStatus = 404;
            await visit.GoAsync("/no/such/page");

            await visit.AssertAccessibleAsync();
            await visit.AssertFitsAsync();
            await visit.PictureAsync($"error-404-{language}-{(narrow ? "narrow" : "wide")}");
        }, language, narrow);

    [Fact]
    public Task The_language_is_switched_by_a_click_and_stays() =>
        browser.VisitAsync(app, async visit =>
        {
            await visit.GoAsync("/error/404");
            await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "中文" }).ClickAsync();

            await visit.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "这里什么也没有" }).WaitForAsync();
            await visit.GoAsync("/error/403");
            Assert.Equal("zh-Hans", await visit.Page.Locator("html").GetAttributeAsync("lang"));
        });

    [Fact]
    public Task The_keyboard_reaches_the_skip_link_first() =>
        browser.VisitAsync(app, async visit =>
        {
            await visit.GoAsync("/error/404");
            await visit.Page.Keyboard.PressAsync("Tab");
            await visit.Page.Keyboard.PressAsync("Enter");

            Assert.Equal("main", await visit.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        });
}
