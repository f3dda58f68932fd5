using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Organisations;

public static class ListMyOrganisations
{
    public sealed record Query : IPersonRequest<IReadOnlyList<Item>>;

    public sealed record Item(string Slug, string Name, Role Role);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query request, CancellationToken cancellationToken) =>
            await db.Memberships.Where(m => m.PersonId == db.Tenant.PersonId)
                .Join(db.Organisations, m => m.OrganisationId, o => o.OrganisationId, (m, o) => new { o.Slug, o.Name, m.Role })
                .OrderBy(x => x.Name)
                .Select(x => new Item(x.Slug, x.Name, x.Role))
                .ToListAsync(cancellationToken);
    }
}
