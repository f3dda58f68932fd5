using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Organisations;

/// <summary>Who is in the organisation. Addresses and invitations are for those who manage people.</summary>
public static class ListPeople
{
    [Requires(Permission.Read)]
    public sealed record Query : ITenantRequest<Result>;

    public sealed record Result(string Organisation, bool MayManage, IReadOnlyList<Member> Members, IReadOnlyList<Invited> Invitations);

    /// <param name="Email">Null for those who do not manage people.</param>
    public sealed record Member(Guid PersonId, string DisplayName, string? Email, Role Role, DateTimeOffset JoinedAt, bool IsMe);

    public sealed record Invited(Guid Id, string Email, Role Role, DateTimeOffset ExpiresAt, bool IsExpired);

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var mayManage = db.Tenant.Role.May(Permission.ManagePeople);
            var organisation = await db.Organisations
                .Where(o => o.OrganisationId == db.Tenant.OrganisationId).Select(o => o.Name).SingleAsync(cancellationToken);
            var members = await db.Memberships.Where(m => m.OrganisationId == db.Tenant.OrganisationId)
                .Join(db.People, m => m.PersonId, p => p.Id, (m, p) => new { m, p })
                .OrderBy(x => x.p.DisplayName).ThenBy(x => x.p.Id)
                .Select(x => new Member(x.p.Id, x.p.DisplayName, mayManage ? x.p.Email : null, x.m.Role, x.m.JoinedAt, x.p.Id == db.Tenant.PersonId))
                .ToListAsync(cancellationToken);
            return new Result(organisation, mayManage, members, mayManage ? await InvitedAsync(cancellationToken) : []);
        }

        private async Task<IReadOnlyList<Invited>> InvitedAsync(CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            return await db.Invitations.Where(i => i.AcceptedBy == null).OrderBy(i => i.Email)
                .Select(i => new Invited(i.Id, i.Email, i.Role, i.ExpiresAt, i.ExpiresAt <= now))
                .ToListAsync(cancellationToken);
        }
    }
}
