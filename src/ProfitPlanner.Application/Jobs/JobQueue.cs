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
}
