using System.Net;

namespace ProfitPlanner.Web.Tests.Pages.Sharing;

/// <summary>By itself, since all tests of one app come from one address.</summary>
public sealed class TryingDoorsTests(WebApp app) : IClassFixture<WebApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_tries_too_often_is_held_up()
    {
        using var client = app.Client();
        var html = await client.GetStringAsync("/account/sign-in", Cancellation);
        var token = AntiforgeryField.Of(html);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 40 && !answers.Contains(HttpStatusCode.TooManyRequests); i++)
        {
            using var answer = await client.PostAsync($"/s/{new string('B', 43)}", new FormUrlEncodedContent([new(AntiforgeryField.Name, token), new("passcode", $"guess {i}")]), Cancellation);
            answers.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
    }
}
