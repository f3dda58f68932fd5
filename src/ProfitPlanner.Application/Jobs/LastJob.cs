using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Jobs;

/// <summary>The job of a kind that goes on; where none does, the one that was asked for last.</summary>
public static class LastJob
{
    /// <returns>Null where there has never been one.</returns>
    [Requires(Permission.Read)]
    public sealed record Query(JobKind Kind) : ITenantRequest<JobReport?>;

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Query, JobReport?>
    {
        public async Task<JobReport?> Handle(Query request, CancellationToken cancellationToken)
        {
            var job = await db.Jobs.AsNoTracking().Where(j => j.Kind == request.Kind)
                .OrderByDescending(j => j.State == JobState.Running).ThenByDescending(j => j.State == JobState.Queued).ThenByDescending(j => j.CreatedAt).ThenByDescending(j => j.Id)
                .FirstOrDefaultAsync(cancellationToken);
            return job is null ? null : JobReport.Of(job, time.GetUtcNow());
        }
    }
}
