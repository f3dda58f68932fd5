using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;

namespace ProfitPlanner.Application.Demand;

/// <summary>What was counted of demand, and when it is counted anew.</summary>
internal static class CurrentCounts
{
    // A page counts so many conversations itself; beyond, whoever asks would wait too long.
    private const int MostAtOnce = 20_000;

    /// <summary>Lets no other transaction count or divide the organisation's demand until this one ends.</summary>
    public static Task HoldDemandAsync(this PlannerDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({db.Tenant.OrganisationId.ToString()}, 5))", cancellationToken);

    /// <summary>Whether a model has read so many conversations that a job counts them and no page does.</summary>
    public static async Task<bool> AreManyAsync(this PlannerDb db, Guid model, CancellationToken cancellationToken) =>
        await ClassifiedAsync(db, model, cancellationToken) > MostAtOnce;

    /// <summary>
    /// What was counted; counted anew where conversations have come or gone since, unless they are very many or a job is
    /// under way that counts when it ends.
    /// </summary>
    /// <returns>Null where nothing has been counted; else whether there are conversations that the counts miss.</returns>
    public static async Task<(CountedDemand Counted, bool IsStale)?> CountedAsync(
        this PlannerDb db, Guid model, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (counted, classified) = await LookAsync(db, model, cancellationToken);
        bool IsStale() => (counted?.Classified ?? 0) != classified;
        if (IsStale() && classified <= MostAtOnce && (counted is null || await db.ClassifyingAsync(cancellationToken) is null))
        {
            // Who came at the same time waits here, and finds what the first has counted.
            await db.HoldDemandAsync(cancellationToken);
            (counted, classified) = await LookAsync(db, model, cancellationToken);
            if (IsStale())
            {
                await RefreshSegments.RunAsync(db, now, cancellationToken);
                (counted, classified) = await LookAsync(db, model, cancellationToken);
            }
        }
        return counted is null ? null : (counted, IsStale());
    }

    private static async Task<(CountedDemand? Counted, long Classified)> LookAsync(PlannerDb db, Guid model, CancellationToken cancellationToken) =>
        (await db.CountedDemand.AsNoTracking().SingleOrDefaultAsync(counted => counted.ModelId == model, cancellationToken),
            await ClassifiedAsync(db, model, cancellationToken));

    private static Task<long> ClassifiedAsync(PlannerDb db, Guid model, CancellationToken cancellationToken) =>
        db.ConversationIntents.LongCountAsync(intent => intent.ModelId == model, cancellationToken);
}
