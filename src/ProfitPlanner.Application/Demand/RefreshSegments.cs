using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Demand;

/// <summary>
/// Puts conversations that have come since into their segments, and counts demand anew. A job that has classified
/// conversations, and a page that finds few enough uncounted, call <see cref="RunAsync(PlannerDb, DateTimeOffset, CancellationToken)"/>.
/// </summary>
public static class RefreshSegments
{
    // Of a million conversations; a request's own limit is far shorter.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <returns>The job that does it where there are too many conversations to wait for; null where it is done.</returns>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command : ITenantRequest<Guid?>;

    /// <summary>Of the organisation that has been entered; nothing where it has no current model.</summary>
    internal static async Task RunAsync(PlannerDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.CurrentModelAsync(cancellationToken) is not { } model)
            return;
        db.Database.SetCommandTimeout(Longest);
        await db.HoldDemandAsync(cancellationToken);
        await SegmentMembers.PlaceAsync(db, await db.DemandSegments.AsNoTracking().ToListAsync(cancellationToken), model.Id, cancellationToken);
        await CountDemand.CountAllAsync(db, model.Id, now, cancellationToken);
    }

    /// <summary>Of segments that are new. Where nothing has been counted yet, they are with all else.</summary>
    internal static async Task RunAsync(PlannerDb db, IReadOnlyList<DemandSegment> segments, CancellationToken cancellationToken)
    {
        if (await db.CurrentModelAsync(cancellationToken) is not { } model)
            return;
        db.Database.SetCommandTimeout(Longest);
        await db.HoldDemandAsync(cancellationToken);
        await SegmentMembers.PlaceAsync(db, segments, model.Id, cancellationToken);
        await CountDemand.CountAsync(db, model.Id, [.. segments.Select(segment => segment.Id)], cancellationToken);
    }

    internal sealed class Handler(PlannerDb db, JobQueue jobs, TimeProvider time) : IRequestHandler<Command, Guid?>
    {
        public async Task<Guid?> Handle(Command request, CancellationToken cancellationToken)
        {
            if (await db.CurrentModelAsync(cancellationToken) is { } model && await db.AreManyAsync(model.Id, cancellationToken))
                return await QueuedAsync(cancellationToken);
            await RunAsync(db, time.GetUtcNow(), cancellationToken);
            return null;
        }

        // A job that classifies counts when it ends, and costs little where everything has been read.
        private async Task<Guid> QueuedAsync(CancellationToken cancellationToken)
        {
            var queued = await jobs.WaitingOrNewAsync(JobKind.Classify, null, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return queued.Id;
        }
    }
}
