using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Jobs;

namespace ProfitPlanner.Application.Demand;

internal static class DemandQueries
{
    /// <summary>The model that demand is read from; null before there is one. Without its bundle, which is large.</summary>
    public static Task<CurrentModel?> CurrentModelAsync(this PlannerDb db, CancellationToken cancellationToken) =>
        db.IntentModels.Where(model => model.IsCurrent)
            .Select(model => new CurrentModel(model.Id, model.Number, model.CreatedBy == null)).SingleOrDefaultAsync(cancellationToken);

    /// <summary>The job that gives conversations their intents, while it goes on.</summary>
    public static Task<JobProgress?> ClassifyingAsync(this PlannerDb db, CancellationToken cancellationToken) =>
        db.Jobs.Where(job => job.Kind == JobKind.Classify && (job.State == JobState.Queued || job.State == JobState.Running))
            .OrderByDescending(job => job.State == JobState.Running).ThenBy(job => job.CreatedAt)
            .Select(job => new JobProgress(job.Done, job.Total)).FirstOrDefaultAsync(cancellationToken);

    /// <exception cref="NotFoundException">There is none in this organisation.</exception>
    public static async Task<DemandSegment> SegmentAsync(this PlannerDb db, Guid id, CancellationToken cancellationToken) =>
        await db.DemandSegments.SingleOrDefaultAsync(segment => segment.Id == id, cancellationToken) ?? throw new NotFoundException();
}

/// <param name="Number">Within the organisation.</param>
/// <param name="IsShipped">Whether it is the one that comes with the app.</param>
public sealed record CurrentModel(Guid Id, int Number, bool IsShipped);

/// <param name="Total">Null while it is not known.</param>
public sealed record JobProgress(long Done, long? Total);
