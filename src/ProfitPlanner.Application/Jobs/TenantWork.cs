using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Application.Jobs;

/// <summary>Transactions inside an organisation for work that no request drives; the pipeline is the way of those that one does.</summary>
internal sealed class TenantWork(IServiceScopeFactory scopes)
{
    /// <summary>Runs a step in a scope and a transaction of its own, which commits when the step returns.</summary>
    /// <param name="organisationId">What it sees, and nothing else.</param>
    /// <param name="personId">On whose behalf.</param>
    public async Task<T> RunAsync<T>(Guid organisationId, Guid personId, Func<PlannerDb, Task<T>> step, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlannerDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.EnterAsync(personId, cancellationToken);
        await db.EnterOrganisationAsync(organisationId, Role.Analyst, cancellationToken);
        var result = await step(db);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>Whether it says that the database was away, and nothing of the step: tried again, it may succeed. Entity Framework wraps what says so.</summary>
    public static bool IsAway(Exception failure) => failure is DbException { IsTransient: true } || (failure.InnerException is { } inner && IsAway(inner));
}
