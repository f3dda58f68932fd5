using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data.Jobs;

namespace ProfitPlanner.Testing;

public static class GivenJobs
{
    /// <summary>A job that waits.</summary>
    public static async Task<Guid> GivenJobAsync(this Planner planner, GivenOrganisation organisation, JobKind kind, Guid? subject = null, DateTimeOffset? createdAt = null)
    {
        await using var db = planner.Database.AsOwner();
        var job = new Job { OrganisationId = organisation.Id, Kind = kind, Subject = subject, CreatedBy = organisation.Owner.Id, CreatedAt = createdAt ?? DateTimeOffset.UtcNow };
        db.Add(job);
        await db.SaveChangesAsync();
        return job.Id;
    }

    /// <summary>A job as it is stored.</summary>
    public static async Task<Job> JobAsync(this Planner planner, GivenOrganisation organisation, Guid job)
    {
        await using var db = planner.Database.AsOwner();
        return await db.Jobs.IgnoreQueryFilters().AsNoTracking().SingleAsync(j => j.OrganisationId == organisation.Id && j.Id == job);
    }

    /// <summary>Takes a job out of the queue, that no worker takes it up.</summary>
    public static async Task EndedAsync(this Planner planner, GivenOrganisation organisation, Guid job)
    {
        await using var db = planner.Database.AsOwner();
        await db.Jobs.IgnoreQueryFilters().Where(j => j.OrganisationId == organisation.Id && j.Id == job).ExecuteUpdateAsync(s => s.SetProperty(j => j.State, JobState.Done));
    }
}
