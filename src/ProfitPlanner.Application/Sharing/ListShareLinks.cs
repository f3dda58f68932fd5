using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Sharing;

/// <summary>All links of an organisation, the newest first.</summary>
public static class ListShareLinks
{
    [Requires(Permission.ShareDashboards)]
    public sealed record Query : ITenantRequest<IReadOnlyList<Item>>;

    /// <param name="Until">The last day that it is open.</param>
    /// <param name="MostVisits">Null for any number.</param>
    /// <param name="LastVisit">Null where nobody has looked yet.</param>
    public sealed record Item(
        Guid Id, string Name, ShareState State, DateOnly Until, int LatestSnapshot, int Visits, int? MostVisits, DateTimeOffset? LastVisit, int UnreadNotes);

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query request, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var links = await db.ShareLinks.AsNoTracking().OrderByDescending(link => link.CreatedAt)
                .Select(link => new
                {
                    Link = link,
                    LastVisit = db.ShareVisits.Where(visit => visit.LinkId == link.Id).Max(visit => (DateTimeOffset?)visit.LastSeenAt),
                    Unread = db.ShareNotes.Count(note => note.LinkId == link.Id && note.ReadAt == null),
                })
                .ToListAsync(cancellationToken);
            return
            [
                .. links.Select(each => new Item(
                    each.Link.Id, each.Link.Name, each.Link.StateAt(now), each.Link.Until(), each.Link.LatestSnapshot, each.Link.Visits, each.Link.MostVisits,
                    each.LastVisit, each.Unread)),
            ];
        }
    }
}
