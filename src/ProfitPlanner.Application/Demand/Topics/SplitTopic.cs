using MediatR;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>Splits a topic into as many parts as keep its turns apart best, in the background.</summary>
public static class SplitTopic
{
    /// <returns>The job.</returns>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid Id) : ITenantRequest<Guid>;

    internal sealed class Handler(PlannerDb db, JobQueue jobs) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.WholeTopicAsync(request.Id, cancellationToken);
            var job = jobs.Add(JobKind.FindTopics, request.Id);
            await db.SaveChangesAsync(cancellationToken);
            return job.Id;
        }
    }
}
