using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Demand;

/// <summary>Takes away a segment that was drawn by hand, or the whole set that another one was made with: a part of a division divides nothing.</summary>
public static class RemoveSegment
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid Id) : ITenantRequest<Unit>;

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.HoldDemandAsync(cancellationToken);
            var segment = await db.SegmentAsync(request.Id, cancellationToken);
            Guid[] ids = [segment.Id];
            if (segment.Kind != SegmentKind.Drawn)
            {
                var sets = await SegmentSet.ReadAsync(db, cancellationToken);
                ids = [.. sets.Single(set => set.Segments.Any(each => each.Id == segment.Id)).Segments.Select(each => each.Id)];
            }
            await db.DemandCounts.Where(count => ids.Contains(count.SegmentId)).ExecuteDeleteAsync(cancellationToken);
            await db.DemandSegments.Where(each => ids.Contains(each.Id)).ExecuteDeleteAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
