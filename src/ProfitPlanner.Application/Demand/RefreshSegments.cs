using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Demand;

/// <summary>
/// Puts conversations that have come since into their segments, and counts demand anew. A job that has classified
/// conversations, or another model's being the current one, calls <see cref="RunAsync"/> in its transaction.
/// </summary>
public static class RefreshSegments
{
    // Of a million conversations; a request's own limit is far shorter.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command : ITenantRequest<Unit>;

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

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await RunAsync(db, time.GetUtcNow(), cancellationToken);
            return Unit.Value;
        }
    }
}
