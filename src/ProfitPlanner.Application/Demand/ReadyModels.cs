using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;

namespace ProfitPlanner.Application.Demand;

/// <summary>The model that an organisation's customers are read by.</summary>
internal static class ReadyModels
{
    /// <summary>
    /// The current model; where that is one that shipped with an earlier version and is here no more, the one that
    /// ships now, which becomes current once it has read everything (<see cref="ClassifyTurns"/>). An organisation
    /// that has none yet gets the shipped one.
    /// </summary>
    public static async Task<CatalogueModel> ModelToReadByAsync(this PlannerDb db, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await FindAsync(db, cancellationToken) is { } found)
            return found;
        // Two at once would both number theirs 1.
        await db.HoldModelsAsync(cancellationToken);
        if (await FindAsync(db, cancellationToken) is { } meanwhile)
            return meanwhile;
        var model = new IntentModel
        {
            OrganisationId = db.Tenant.OrganisationId,
            Number = await db.NextModelNumberAsync(cancellationToken),
            Fingerprint = ModelCatalogue.ShippedFingerprint,
            State = ModelState.Ready,
            IsCurrent = !await db.IntentModels.AnyAsync(m => m.IsCurrent, cancellationToken),
            CreatedAt = time.GetUtcNow(),
        };
        db.Add(model);
        await db.SaveChangesAsync(cancellationToken);
        return new CatalogueModel(model.Id, model.Fingerprint, IsShipped: true, model.IsCurrent);
    }

    /// <summary>Nobody else adds a model or switches until the transaction ends.</summary>
    public static Task HoldModelsAsync(this PlannerDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"models {db.Tenant.OrganisationId}"}, 0))", cancellationToken);

    /// <summary>For whoever holds the models.</summary>
    public static async Task<int> NextModelNumberAsync(this PlannerDb db, CancellationToken cancellationToken) =>
        1 + (await db.IntentModels.MaxAsync(m => (int?)m.Number, cancellationToken) ?? 0);

    /// <summary>A model that can be loaded; null where there is none by this id.</summary>
    public static Task<CatalogueModel?> ReadyModelAsync(this PlannerDb db, Guid id, CancellationToken cancellationToken) =>
        Ready(db, m => m.Id == id).SingleOrDefaultAsync(cancellationToken);

    private static async Task<CatalogueModel?> FindAsync(PlannerDb db, CancellationToken cancellationToken)
    {
        var ready = await Ready(db, m => m.IsCurrent || m.Bundle == null).ToListAsync(cancellationToken);
        return ready.Find(model => model.IsCurrent) ?? ready.Find(model => model.IsShipped);
    }

    private static IQueryable<CatalogueModel> Ready(PlannerDb db, Expression<Func<IntentModel, bool>> which)
    {
        var shipped = ModelCatalogue.ShippedFingerprint;
        return db.IntentModels.Where(which)
            .Where(m => m.State == ModelState.Ready && (m.Bundle != null || m.Fingerprint == shipped))
            .Select(m => new CatalogueModel(m.Id, m.Fingerprint, m.Bundle == null, m.IsCurrent));
    }
}
