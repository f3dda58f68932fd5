using Microsoft.EntityFrameworkCore;

namespace ProfitPlanner.Application.Jobs;

/// <summary>A job under way, and what its handler may do: transactions of its organisation, telling how far it is.</summary>
internal sealed class RunningJob(TenantWork work, Guid organisationId, Guid id, Guid? subject, Guid personId)
{
    public Guid OrganisationId => organisationId;

    public Guid Id => id;

    /// <summary>See <see cref="Data.Jobs.Job.Subject"/>.</summary>
    public Guid? Subject => subject;

    /// <summary>Who asked for it.</summary>
    public Guid PersonId => personId;

    /// <summary>Runs one step in a transaction of its own that sees the job's organisation alone.</summary>
    public Task<T> InTransactionAsync<T>(Func<Data.PlannerDb, Task<T>> step, CancellationToken cancellationToken) =>
        work.RunAsync(organisationId, personId, step, cancellationToken);

    /// <summary>Runs one step in a transaction of its own that sees the job's organisation alone.</summary>
    public Task InTransactionAsync(Func<Data.PlannerDb, Task> step, CancellationToken cancellationToken) =>
        InTransactionAsync(async db => { await step(db); return true; }, cancellationToken);

    /// <summary>Says how far it is, to whoever looks.</summary>
    /// <param name="done">Units of work that are done.</param>
    /// <param name="total">Units of work in all, or null where that is not known.</param>
    public Task ReportAsync(long done, long? total, CancellationToken cancellationToken) =>
        InTransactionAsync(
            db => db.Jobs.Where(j => j.Id == id).ExecuteUpdateAsync(s => s.SetProperty(j => j.Done, done).SetProperty(j => j.Total, total), cancellationToken),
            cancellationToken);
}
