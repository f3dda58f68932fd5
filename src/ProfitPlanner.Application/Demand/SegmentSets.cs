using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;

namespace ProfitPlanner.Application.Demand;

/// <summary>Segments that were made together, and are looked at together.</summary>
/// <param name="Attribute">Of <see cref="SegmentKind.Attribute"/>: by which.</param>
/// <param name="Segments">In the order of their set.</param>
public sealed record SegmentSet(Guid Id, SegmentKind Kind, string? Attribute, DateTimeOffset CreatedAt, IReadOnlyList<KnownSegment> Segments)
{
    /// <summary>The one that is asked for, or the newest; null where there is none.</summary>
    internal static SegmentSet? Find(IReadOnlyList<SegmentSet> sets, Guid? id) =>
        sets.FirstOrDefault(set => set.Id == id) ?? (sets.Count > 0 ? sets[0] : null);

    /// <summary>Of all sets, the newest first.</summary>
    internal static async Task<IReadOnlyList<SegmentSet>> ReadAsync(PlannerDb db, CancellationToken cancellationToken)
    {
        var segments = await db.DemandSegments.AsNoTracking().OrderBy(segment => segment.Id).ToListAsync(cancellationToken);
        return
        [
            .. segments.Select(segment => (Segment: segment, Rule: SegmentRule.Read(segment.Rule)))
                .GroupBy(each => each.Rule?.Set ?? SegmentRule.DrawnSet)
                .Select(set => new SegmentSet(
                    set.Key, set.First().Segment.Kind, (set.First().Rule as AttributeRule)?.Attribute, set.Max(each => each.Segment.CreatedAt),
                    [.. set.OrderBy(each => each.Rule?.Place ?? 0).Select(each => new KnownSegment(each.Segment.Id, each.Segment.Name, each.Rule))]))
                .OrderByDescending(set => set.CreatedAt).ThenByDescending(set => set.Id),
        ];
    }
}

/// <param name="Rule">Null where it has none.</param>
public sealed record KnownSegment(Guid Id, string Name, SegmentRule? Rule);
