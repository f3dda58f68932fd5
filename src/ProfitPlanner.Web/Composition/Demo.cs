using MediatR;
using ProfitPlanner.Application.Demo;

namespace ProfitPlanner.Web.Composition;

internal static class Demo
{
    /// <summary>Sees to it that a newcomer finds a filled app; in development alone.</summary>
    public static async Task FoundDemoAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        if (!app.Environment.IsDevelopment())
            return;
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new FoundDemo.Command(), cancellationToken);
    }

    /// <summary>Gives the demo its conversations, once the app is up; <c>Demo:Conversations</c> is false where nobody looks at them.</summary>
    public static void FillDemo(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment() || !app.Configuration.GetValue("Demo:Conversations", true))
            return;
        app.Lifetime.ApplicationStarted.Register(() => Task.Run(async () =>
        {
            try
            {
                await using var scope = app.Services.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new FillDemo.Command(), app.Lifetime.ApplicationStopping);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // The app serves all the same; the next start tries again.
                app.Logger.LogWarning(e, "The demo has no conversations.");
            }
        }));
    }
}
