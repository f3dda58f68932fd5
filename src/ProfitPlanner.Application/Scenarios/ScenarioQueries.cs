using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

internal static class ScenarioQueries
{
    /// <summary>Loads a scenario and holds its row until the transaction ends, so that saves come one after the other.</summary>
    /// <exception cref="NotFoundException">There is none in this organisation, or it is deleted.</exception>
    public static async Task<StoredScenario> ToChangeAsync(this PlannerDb db, Guid id, CancellationToken cancellationToken) =>
        await db.Scenarios
            .FromSql($"select * from scenarios where id = {id} and deleted_at is null for update")
            .SingleOrDefaultAsync(cancellationToken)
        ?? throw new NotFoundException();

    /// <exception cref="NotFoundException">There is none in this organisation, or it is deleted.</exception>
    public static async Task<StoredScenario> ToReadAsync(this PlannerDb db, Guid id, CancellationToken cancellationToken) =>
        await db.Scenarios.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.DeletedAt == null, cancellationToken)
        ?? throw new NotFoundException();

    public static Task<ScenarioVersion> LatestVersionAsync(this PlannerDb db, StoredScenario scenario, CancellationToken cancellationToken) =>
        db.ScenarioVersions.SingleAsync(v => v.ScenarioId == scenario.Id && v.Number == scenario.LatestVersion, cancellationToken);

    /// <exception cref="NotFoundException">The scenario has no such version.</exception>
    public static async Task<ScenarioVersion> VersionAsync(this PlannerDb db, Guid scenarioId, int number, CancellationToken cancellationToken) =>
        await db.ScenarioVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ScenarioId == scenarioId && v.Number == number, cancellationToken)
        ?? throw new NotFoundException();

    public static Task<Dictionary<Guid, string>> NamesAsync(this PlannerDb db, IEnumerable<Guid> personIds, CancellationToken cancellationToken)
    {
        var ids = personIds.Distinct().ToArray();
        return db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName, cancellationToken);
    }
}
