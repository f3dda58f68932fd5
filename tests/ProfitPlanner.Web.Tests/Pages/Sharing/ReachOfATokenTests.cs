using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.ProfitModel;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Pages.Sharing;

/// <summary>Every page of the app, asked for by a browser that has one share link and nothing else.</summary>
public sealed partial class ReachOfATokenTests(WebApp app) : IClassFixture<WebApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_share_token_reaches_its_dashboard_and_nothing_else()
    {
        var organisation = await app.GivenOrganisationAsync();
        var shared = Scenario.Blank("Shared plan", Currency.Of("EUR"), Period.Month);
        var hidden = Scenario.Blank("Hidden plan", Currency.Of("EUR"), Period.Month);
        var scenario = await app.GivenScenarioAsync(organisation, hidden);
        var share = await app.GivenShareAsync(organisation, [shared]);
        var other = await app.GivenShareAsync(organisation, [hidden], link => (link.Name, link.Emails) = ("Another round", ["x@example.com"]));
        using var client = app.Client();
        var own = await client.GetStringAsync(share.Address, Cancellation);
        var before = await app.EveryRowOfAsync(organisation);

        var answers = new List<(string Address, HttpStatusCode Status, string Body)>();
        foreach (var (method, address) in (await app.PagesAsync()).SelectMany(page => Requests(page, organisation.Slug, scenario, share, other)).Distinct())
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            request.Headers.Add("RequestVerificationToken", AntiforgeryField.Of(own));
            if (method == "POST")
                request.Content = new FormUrlEncodedContent([new(AntiforgeryField.Name, AntiforgeryField.Of(own)), new("id", scenario.ToString()), new("complete", "1")]);
            using var answer = await client.SendAsync(request, Cancellation);
            answers.Add(($"{method} {address}", answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
        }

        Assert.True(answers.Count > 60, "The walk has found too few pages.");
        // An organisation's pages lead to the sign-in, each of them; what is another link's stays shut.
        Expect.None(
            from answer in answers
            where answer.Address.Contains("/o/", StringComparison.Ordinal) && answer.Status is not (HttpStatusCode.Redirect or HttpStatusCode.NotFound)
                || answer.Address.Contains(other.Token, StringComparison.Ordinal) && answer.Status is not (HttpStatusCode.Redirect or HttpStatusCode.NotFound)
            select $"{answer.Address}: {answer.Status}");
        Expect.None(
            from answer in answers
            where answer.Body.Contains("Hidden plan", StringComparison.Ordinal) || answer.Body.Contains("Another round", StringComparison.Ordinal)
                || answer.Body.Contains(organisation.Slug, StringComparison.Ordinal) && answer.Address.Contains("/s/", StringComparison.Ordinal)
                || answer.Body.Contains(organisation.Id.ToString(), StringComparison.Ordinal)
            select answer.Address);
        // All that has changed is when the link's own visitor was last there.
        Assert.Equal(before.Where(IsNoVisit), (await app.EveryRowOfAsync(organisation)).Where(IsNoVisit));
        static bool IsNoVisit(string row) => !row.StartsWith("share_visits ", StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_id_stands_on_a_dashboard()
    {
        var organisation = await app.GivenOrganisationAsync();
        var share = await app.GivenShareAsync(organisation, [Scenario.Blank("Shared plan", Currency.Of("EUR"), Period.Month)]);
        using var client = app.Client();

        Assert.DoesNotMatch(Id(), await client.GetStringAsync(share.Address, Cancellation));
    }

    private static IEnumerable<(string Method, string Address)> Requests(
        CompiledPageActionDescriptor page, string organisation, Guid scenario, GivenShare share, GivenShare other)
    {
        var template = "/" + page.AttributeRouteInfo?.Template
            ?.Replace("{organisation}", organisation, StringComparison.Ordinal)
            .Replace("{id:guid}", scenario.ToString(), StringComparison.Ordinal)
            .Replace("{status?}", "404", StringComparison.Ordinal).Replace("{status:int?}", "404", StringComparison.Ordinal);
        string[] addresses = template.Contains("{token}", StringComparison.Ordinal)
            ? [.. new[] { other.Token, new string('A', 43) }.Concat(template.StartsWith("/s/", StringComparison.Ordinal) ? [share.Token] : []).Select(token => template.Replace("{token}", token, StringComparison.Ordinal))]
            : [template];
        foreach (var handler in page.HandlerMethods)
            foreach (var address in addresses)
            {
                // What the link's own viewer may write is tried elsewhere.
                if (handler.HttpMethod == "Get" || !address.Contains(share.Token, StringComparison.Ordinal))
                    yield return (handler.HttpMethod.ToUpperInvariant(), address + (handler.Name is null ? "" : $"?handler={handler.Name}"));
            }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", RegexOptions.IgnoreCase)]
    private static partial Regex Id();
}
