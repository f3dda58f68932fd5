using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Jobs;

/// <summary>How far a job is, or how it ended.</summary>
public static class WatchJob
{
    [Requires(Permission.Read)]
    public sealed record Query(Guid Id) : ITenantRequest<JobReport>;

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Query, JobReport>
    {
        public async Task<JobReport> Handle(Query request, CancellationToken cancellationToken)
        {
            var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
            return JobReport.Of(job, time.GetUtcNow());
        }
    }
}
