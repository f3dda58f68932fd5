using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Jobs;

namespace ProfitPlanner.Application.Demand;

internal static class DemandQueries
{
    // A page counts so many conversations itself; beyond, whoever asks would wait too long.
    private const int MostAtOnce = 20_000;

    /// <summary>The model that demand is read from; null before there is one. Without its bundle, which is large.</summary>
    public static Task<CurrentModel?> CurrentModelAsync(this PlannerDb db, CancellationToken cancellationToken) =>
        db.IntentModels.Where(model => model.IsCurrent)
            .Select(model => new CurrentModel(model.Id, model.Number, model.CreatedBy == null, model.CreatedAt)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Lets no other transaction count or divide the organisation's demand until this one ends.</summary>
    public static Task HoldDemandAsync(this PlannerDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({db.Tenant.OrganisationId.ToString()}, 5))", cancellationToken);

    /// <summary>What was counted; counted anew where conversations have come or gone since, unless they are very many.</summary>
    /// <returns>Null where nothing has been counted; else whether there are conversations that the counts miss.</returns>
    public static async Task<(CountedDemand Counted, bool IsStale)?> CountedAsync(
        this PlannerDb db, Guid model, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (counted, classified) = await LookAsync(db, model, cancellationToken);
        if (counted?.Classified == classified || (counted is null && classified == 0))
            return counted is null ? null : (counted, false);
        if (classified > MostAtOnce)
            return counted is null ? null : (counted, true);
        await RefreshSegments.RunAsync(db, now, cancellationToken);
        return ((await LookAsync(db, model, cancellationToken)).Counted!, false);
    }

    /// <summary>The job that gives conversations their intents, while it goes on.</summary>
    public static Task<JobProgress?> ClassifyingAsync(this PlannerDb db, CancellationToken cancellationToken) =>
        db.Jobs.Where(job => job.Kind == JobKind.Classify && (job.State == JobState.Queued || job.State == JobState.Running))
            .OrderByDescending(job => job.State == JobState.Running).ThenBy(job => job.CreatedAt)
            .Select(job => new JobProgress(job.Done, job.Total)).FirstOrDefaultAsync(cancellationToken);

    /// <exception cref="NotFoundException">There is none in this organisation.</exception>
    public static async Task<DemandSegment> SegmentAsync(this PlannerDb db, Guid id, CancellationToken cancellationToken) =>
        await db.DemandSegments.SingleOrDefaultAsync(segment => segment.Id == id, cancellationToken) ?? throw new NotFoundException();

    private static async Task<(CountedDemand? Counted, long Classified)> LookAsync(PlannerDb db, Guid model, CancellationToken cancellationToken) =>
        (await db.CountedDemand.AsNoTracking().SingleOrDefaultAsync(counted => counted.ModelId == model, cancellationToken),
            await db.ConversationIntents.LongCountAsync(intent => intent.ModelId == model, cancellationToken));
}

/// <param name="Number">Within the organisation.</param>
/// <param name="IsShipped">Whether it is the one that comes with the app.</param>
public sealed record CurrentModel(Guid Id, int Number, bool IsShipped, DateTimeOffset CreatedAt);

/// <param name="Total">Null while it is not known.</param>
public sealed record JobProgress(long Done, long? Total);
