using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Jobs;

/// <summary>Breaks a job off: at once where it still waits, else after the step under way. What is done stays; one that has ended stays as it ended.</summary>
public static class CancelJob
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid Id) : ITenantRequest<JobReport>;

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, JobReport>
    {
        public async Task<JobReport> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            // One statement, since a worker may claim it at the same time.
            await db.Database.ExecuteSqlAsync(
                $"""
                update jobs set is_cancel_requested = true,
                  ended_at = case state when {nameof(JobState.Queued)} then {now} else ended_at end,
                  state = case state when {nameof(JobState.Queued)} then {nameof(JobState.Cancelled)} else state end
                where organisation_id = {db.Tenant.OrganisationId} and id = {request.Id} and state in ({nameof(JobState.Queued)}, {nameof(JobState.Running)})
                """, cancellationToken);
            var job = await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
            return JobReport.Of(job, now);
        }
    }
}
