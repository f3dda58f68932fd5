using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace ProfitPlanner.Web.Tests.Composition;

public sealed class LanguageTests(WebApp app) : IClassFixture<WebApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "en")]
    [InlineData("en-GB,en;q=0.9", "en")]
    [InlineData("fr-FR", "en")]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans")]
    [InlineData("zh-Hans", "zh-Hans")]
    [InlineData("zh", "zh-Hans")]
    [InlineData("zh-SG", "zh-Hans")]
    [InlineData("fr-FR,zh-CN;q=0.8", "zh-Hans")]
    public async Task The_page_is_in_the_language_that_the_browser_prefers(string? acceptLanguage, string language)
    {
        using var client = app.Client(acceptLanguage);

        var page = await PageAsync(client, "/error/404");

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(language == "en" ? "Nothing is here" : "这里什么也没有", page.QuerySelector("h1")?.TextContent);
    }

    [Fact]
    public async Task The_switch_goes_back_to_the_page_and_is_remembered_against_the_browsers_preference()
    {
        using var client = app.Client("en");
        using var answer = await SwitchAsync(client, "/error/404?from=here", "zh-Hans", returnUrl: null);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/error/404?from=here", answer.Headers.Location?.OriginalString);
        Assert.Equal("zh-Hans", (await PageAsync(client, "/error/404")).DocumentElement.GetAttribute("lang"));
        Assert.Equal("true", (await PageAsync(client, "/error/404")).QuerySelector("button[value=zh-Hans]")?.GetAttribute("aria-pressed"));
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task The_switch_sends_nobody_elsewhere(string returnUrl)
    {
        using var client = app.Client("en");

        using var answer = await SwitchAsync(client, "/error/404", "en", returnUrl);

        Assert.Equal("/", answer.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/error/404?next=//elsewhere.example")]
    [InlineData("/\t/elsewhere.example")]
    [InlineData("/\n/elsewhere.example")]
    public async Task A_return_address_with_odd_characters_breaks_nothing(string returnUrl)
    {
        using var client = app.Client("en");

        using var answer = await SwitchAsync(client, "/error/404", "en", returnUrl);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(app.Address.Authority, new Uri(app.Address, answer.Headers.Location!).Authority);
    }

    [Fact]
    public async Task A_language_that_is_not_there_becomes_english()
    {
        using var client = app.Client("zh-Hans");

        using var answer = await SwitchAsync(client, "/error/404", "tlh", returnUrl: null);

        Assert.Equal("en", (await PageAsync(client, "/error/404")).DocumentElement.GetAttribute("lang"));
    }

    private static async Task<HttpResponseMessage> SwitchAsync(HttpClient client, string from, string culture, string? returnUrl)
    {
        var page = await PageAsync(client, from);
        var form = (IHtmlFormElement)page.QuerySelector("form.languages")!;
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]")
            .ToDictionary(i => i.Name!, i => i.Name == "returnUrl" && returnUrl is not null ? returnUrl : i.Value);
        fields["culture"] = culture;
        using var content = new FormUrlEncodedContent(fields);
        return await client.PostAsync(form.GetAttribute("action"), content, Cancellation);
    }

    private static async Task<IHtmlDocument> PageAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path, Cancellation);
        return new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync(Cancellation));
    }
}
