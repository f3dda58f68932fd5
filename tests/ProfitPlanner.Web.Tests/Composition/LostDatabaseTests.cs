using System.Net;

namespace ProfitPlanner.Web.Tests.Composition;

/// <summary>Alone in its class: it takes the database away.</summary>
public sealed class LostDatabaseTests(WebApp app) : IClassFixture<WebApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_its_database_the_app_is_alive_and_not_ready()
    {
        using var client = app.Client();
        await app.Database.LockOutAppAsync();

        using var ready = await client.GetAsync("/health/ready", Cancellation);
        using var live = await client.GetAsync("/health/live", Cancellation);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        // What is wrong is for the log: an address here would help nobody but an attacker.
        Assert.Equal("Unhealthy", await ready.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
    }
}
