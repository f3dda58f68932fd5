using System.Net;

namespace ProfitPlanner.Web.Tests.Composition;

public sealed class SecurityTests(WebApp app) : IClassFixture<WebApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/error/404")]
    [InlineData("/no/such/page")]
    [InlineData("/health/live")]
    [InlineData("/favicon.svg")]
    [InlineData("/")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var client = app.Client();

        using var response = await client.GetAsync(path, Cancellation);

        Assert.Equal("nosniff", Header(response, "X-Content-Type-Options"));
        Assert.Equal("strict-origin-when-cross-origin", Header(response, "Referrer-Policy"));
        Assert.Null(Header(response, "Server"));
        var policy = Header(response, "Content-Security-Policy")!.Split(';', StringSplitOptions.TrimEntries);
        Assert.Contains("default-src 'self'", policy);
        Assert.Contains("script-src 'self'", policy);
        Assert.Contains("object-src 'none'", policy);
        Assert.Contains("base-uri 'self'", policy);
        Assert.Contains("form-action 'self'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
    }

    [Theory]
    [InlineData("/o/some-organisation/scenarios")]
    [InlineData("/account")]
    [InlineData("/organisations")]
    public async Task A_page_that_is_not_open_to_all_sends_to_the_sign_in_page_and_back_again(string path)
    {
        using var client = app.Client();

        using var response = await client.GetAsync(path, Cancellation);

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var location = new Uri(app.Address, response.Headers.Location!);
        Assert.Equal($"/account/sign-in?returnUrl={Uri.EscapeDataString(path)}", location.PathAndQuery);
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_tells_somebody_not_signed_in_no_more_than_one_that_leads_somewhere()
    {
        using var client = app.Client();
        var organisation = await app.GivenOrganisationAsync();

        using var there = await client.GetAsync($"/o/{organisation.Slug}/scenarios", Cancellation);
        using var nowhere = await client.GetAsync("/o/no-such-organisation/scenarios", Cancellation);

        Assert.Equal(there.StatusCode, nowhere.StatusCode);
        Assert.Equal(Shape(there), Shape(nowhere));

        static string Shape(HttpResponseMessage response) => response.Headers.Location!.OriginalString.Split('?')[0];
    }

    [Fact]
    public async Task A_post_without_the_forms_token_is_refused()
    {
        using var client = app.Client();
        using var form = new FormUrlEncodedContent([new("culture", "zh-Hans")]);

        using var response = await client.PostAsync("/language", form, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.False(response.Headers.Contains("Set-Cookie") && response.Headers.GetValues("Set-Cookie").Any(c => c.Contains("Culture", StringComparison.Ordinal)));
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
