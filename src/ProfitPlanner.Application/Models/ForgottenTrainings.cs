using Microsoft.Extensions.Hosting;

namespace ProfitPlanner.Application.Models;

/// <summary>Removes what crashes have left of trainings long ago when the app starts: no other training may ever come.</summary>
internal sealed class ForgottenTrainings(TrainingProgram program) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        TrainingFolder.RemoveForgotten(program.Folder);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
