using System.Net;
using System.Text.RegularExpressions;

namespace ProfitPlanner.Web.Tests.Pages.Sharing;

/// <summary>By itself, since all tests of one app come from one address.</summary>
public sealed partial class TryingDoorsTests(WebApp app) : IClassFixture<WebApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_tries_too_often_is_held_up()
    {
        using var client = app.Client();
        var html = await client.GetStringAsync("/account/sign-in", Cancellation);
        var token = AntiforgeryToken().Match(html).Groups[1].Value;
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 40 && !answers.Contains(HttpStatusCode.TooManyRequests); i++)
        {
            using var answer = await client.PostAsync($"/s/{new string('B', 43)}", new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("passcode", $"guess {i}")]), Cancellation);
            answers.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex AntiforgeryToken();
}
