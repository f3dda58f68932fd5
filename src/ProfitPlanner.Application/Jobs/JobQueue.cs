using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Jobs;

namespace ProfitPlanner.Application.Jobs;

/// <summary>Queues work in the transaction of the use case that asks for it.</summary>
internal sealed class JobQueue(PlannerDb db, TimeProvider time)
{
    /// <summary>Adds a job; it runs once the transaction is committed.</summary>
    public Job Add(JobKind kind, Guid? subject = null)
    {
        var job = new Job
        {
            OrganisationId = db.Tenant.OrganisationId,
            Kind = kind,
            Subject = subject,
            CreatedBy = db.Tenant.PersonId,
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(job);
        return job;
    }

    /// <summary>The job that waits to do the same, held, so that no worker begins it before what it must read is committed; where none does, a new one.</summary>
    public async Task<Job> WaitingOrNewAsync(JobKind kind, Guid? subject, CancellationToken cancellationToken)
    {
        var waiting = await db.Jobs
            .FromSql($"select * from jobs where kind = {kind.ToString()} and subject is not distinct from {subject} and state = {nameof(JobState.Queued)} for update")
            .ToListAsync(cancellationToken);
        return waiting.FirstOrDefault() ?? Add(kind, subject);
    }
}
