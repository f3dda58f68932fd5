using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Demand;

/// <summary>Lets a model read every conversation that it has not read; see <see cref="ClassifyTurns"/>.</summary>
public static class ClassifyAgain
{
    /// <param name="Model">The current one where null.</param>
    /// <returns>The job; the one that waits already, where there is one.</returns>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid? Model = null) : ITenantRequest<Guid>;

    internal sealed class Handler(PlannerDb db, JobQueue jobs) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            if (request.Model is { } id && await db.ReadyModelAsync(id, cancellationToken) is null)
                throw new NotFoundException();
            var waiting = await db.Jobs.FirstOrDefaultAsync(
                j => j.Kind == JobKind.Classify && j.Subject == request.Model && j.State == JobState.Queued, cancellationToken);
            if (waiting is not null)
                return waiting.Id;
            var job = jobs.Add(JobKind.Classify, request.Model);
            await db.SaveChangesAsync(cancellationToken);
            return job.Id;
        }
    }
}
