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
}
