using System.Net;
using System.Text.RegularExpressions;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Data.Sharing;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Pages.Sharing;

/// <summary>What stands before a dashboard, seen from outside and passed by somebody.</summary>
public sealed partial class DoorTests(WebApp app, Browser browser) : IClassFixture<WebApp>
{
    private const string Passcode = "seed-2026";

    private static readonly Scenario Plan = Scenario.Blank("Plan", Currency.Of("EUR"), Period.Month);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_shut_door_looks_alike_to_the_letter()
    {
        var organisation = await app.GivenOrganisationAsync();
        var addresses = new Dictionary<string, string> { ["unknown"] = $"/s/{new string('A', 43)}", ["no token at all"] = "/s/x" };
        async Task GivenAsync(string why, Action<ShareLink> change) =>
            addresses[why] = (await app.GivenShareAsync(organisation, [Plan], change)).Address;
        await GivenAsync("expired", link => link.ExpiresAt = DateTimeOffset.UtcNow.AddMinutes(-1));
        await GivenAsync("revoked", link => link.RevokedAt = DateTimeOffset.UtcNow);
        await GivenAsync("paused", link => link.IsPaused = true);
        await GivenAsync("exhausted", link => (link.MostVisits, link.Visits) = (2, 2));
        await GivenAsync("passcode", link => link.AsksFor(Passcode));
        await GivenAsync("address", link => link.Emails = ["ines@fund.example"]);

        var pages = new Dictionary<string, string>();
        foreach (var (why, address) in addresses)
        {
            using var client = app.Client();
            using var answer = await client.GetAsync(address, Cancellation);
            var html = await answer.Content.ReadAsStringAsync(Cancellation);
            using var tried = await client.PostAsync(address, new FormUrlEncodedContent(
            [
                new(AntiforgeryField.Name, AntiforgeryField.Of(html)), new("passcode", "wrong!"), new("email", "ines@fund.example"), new("code", "1"),
            ]), Cancellation);
            pages[why] = string.Join('\n',
                answer.StatusCode, Headers(answer), Plain(html, address), tried.StatusCode, Headers(tried), Plain(await tried.Content.ReadAsStringAsync(Cancellation), address));
        }

        Assert.StartsWith(nameof(HttpStatusCode.NotFound), pages["unknown"], StringComparison.Ordinal);
        Assert.All(pages, page => Assert.Equal(pages["unknown"], page.Value));
    }

    [Fact]
    public async Task A_dashboard_is_kept_out_of_caches_search_engines_and_other_sites_logs()
    {
        var share = await app.GivenShareAsync(await app.GivenOrganisationAsync(), [Plan]);
        using var client = app.Client();
        using var answer = await client.GetAsync(share.Address, Cancellation);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        string Header(string name) => string.Join(", ", answer.Headers.TryGetValues(name, out var values) ? values : []);
        Assert.Contains("no-store", Header("Cache-Control"), StringComparison.Ordinal);
        Assert.Equal("noindex, nofollow, noarchive", Header("X-Robots-Tag"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Contains("script-src 'self'", Header("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains($"path={share.Address}; samesite=lax; httponly", Header("Set-Cookie"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", false)]
    [InlineData("zh-CN", true)]
    public async Task A_passcode_is_tried_in_vain_and_then_opens(string language, bool narrow) => await browser.VisitAsync(app, async visit =>
    {
        var share = await app.GivenShareAsync(await app.GivenOrganisationAsync(), [Plan], link => link.AsksFor(Passcode));
        visit.ExpectedStatus = 404;
        await visit.GoAsync(share.Address);
        await visit.AssertAccessibleAsync();
        await visit.AssertFitsAsync();
        await visit.PictureAsync($"share-door-{language}");

        await visit.Page.FillAsync("#passcode", "wrong!");
        await visit.Page.ClickAsync("form button.primary");
        await visit.Page.WaitForSelectorAsync(".problems[role=alert]");
        await visit.Page.FillAsync("#passcode", Passcode);
        await visit.Page.ClickAsync("form button.primary");

        await visit.Page.WaitForSelectorAsync("h1:has-text('Seed round')");
        Assert.Equal("en", await visit.Page.GetAttributeAsync("html", "lang"));
    }, language, narrow);

    [Fact]
    public async Task A_code_from_the_mail_opens() => await browser.VisitAsync(app, async visit =>
    {
        const string address = "ines@fund.example";
        var share = await app.GivenShareAsync(await app.GivenOrganisationAsync(), [Plan], link => link.Emails = [address]);
        visit.ExpectedStatus = 404;
        await visit.GoAsync(share.Address);
        await visit.Page.FillAsync("#email", address);
        await visit.Page.ClickAsync("button[name=send]");
        await visit.Page.WaitForSelectorAsync(".notice[role=status]");
        Assert.Equal(address, await visit.Page.InputValueAsync("#email"));

        await visit.Page.FillAsync("#code", Code().Match((await app.MailsToAsync(address)).Single().Body).Value);
        await visit.Page.ClickAsync("form button.primary:last-of-type");

        await visit.Page.WaitForSelectorAsync("h1:has-text('Seed round')");
    });

    private static string Headers(HttpResponseMessage answer) => string.Join('\n',
        answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Set-Cookie" or "Content-Length")).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order());

    private static string Plain(string html, string address) => AntiforgeryField.Without(html).Replace(address, "", StringComparison.Ordinal);

    [GeneratedRegex(@"\b\d{8}\b")]
    private static partial Regex Code();
}
