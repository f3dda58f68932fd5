using System.Net;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Web.Tests.Pages;

/// <summary>Every page and handler of an organisation, as somebody who belongs to another one.</summary>
public sealed class EveryPageTests(WebApp app) : IClassFixture<WebApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_of_another_organisation_finds_nothing_behind_any_page_or_handler_and_changes_nothing()
    {
        var organisation = await app.GivenOrganisationAsync();
        var scenario = await app.GivenScenarioAsync(organisation);
        var stranger = await app.GivenOrganisationAsync(await app.GivenPersonAsync("Stranger"));
        using var client = app.Client();
        var token = await SignInAsync(client, stranger.Owner);
        var before = await app.EveryRowOfAsync(organisation);

        var answers = new List<string>();
        foreach (var (method, address) in (await app.PagesAsync()).SelectMany(page => Requests(page, organisation, scenario)))
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            // What is sent without a form has its token in a header.
            request.Headers.Add("RequestVerificationToken", token);
            if (method == "POST")
                request.Content = new FormUrlEncodedContent([new(AntiforgeryField.Name, token), new("id", scenario.ToString()), new("complete", "1")]);
            using var answer = await client.SendAsync(request, Cancellation);
            answers.Add($"{method} {address} {answer.StatusCode}");
        }

        Assert.True(answers.Count >= 12, "The walk has found too few pages.");
        Expect.None(answers.Where(a => !a.EndsWith(nameof(HttpStatusCode.NotFound), StringComparison.Ordinal)));
        Assert.Equal(before, await app.EveryRowOfAsync(organisation));
    }

    // By the pages' own descriptors, so that a new page or handler is walked without being listed here.
    private static IEnumerable<(string Method, string Address)> Requests(CompiledPageActionDescriptor page, GivenOrganisation organisation, Guid scenario)
    {
        var template = page.AttributeRouteInfo?.Template ?? "";
        if (!template.Contains("{organisation}", StringComparison.Ordinal))
            yield break;
        var address = "/" + template
            .Replace("{organisation}", organisation.Slug, StringComparison.Ordinal)
            .Replace("{id:guid}", scenario.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('{', address);
        foreach (var handler in page.HandlerMethods)
        {
            // What a comparison is asked for must be well formed, or it is refused before anything is looked up.
            var query = handler.Name is null ? $"?id={scenario}&id={Guid.NewGuid()}" : $"?handler={handler.Name}";
            yield return (handler.HttpMethod.ToUpperInvariant(), address + query);
        }
    }

    private async Task<string> SignInAsync(HttpClient client, GivenPerson person)
    {
        var password = await app.GivenPasswordAsync(person);
        using var answer = await client.PostAsync("/account/sign-in", new FormUrlEncodedContent(
        [
            new(AntiforgeryField.Name, await TokenAsync(client, "/account/sign-in")), new("Email", person.Email), new("Password", password),
        ]), Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        // The token is bound to whoever is signed in.
        return await TokenAsync(client, "/account");
    }

    private static async Task<string> TokenAsync(HttpClient client, string path) => AntiforgeryField.Of(await client.GetStringAsync(path, Cancellation));
}
