using MediatR;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>Looks for topics in the background; see <see cref="FindTopics"/>.</summary>
public static class SearchTopics
{
    /// <returns>The job; the one that waits already, where there is one.</returns>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command : ITenantRequest<Guid>;

    internal sealed class Handler(PlannerDb db, JobQueue jobs) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var job = await jobs.WaitingOrNewAsync(JobKind.FindTopics, null, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return job.Id;
        }
    }
}
