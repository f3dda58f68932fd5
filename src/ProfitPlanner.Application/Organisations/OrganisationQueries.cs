using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Application.Organisations;

internal static class OrganisationQueries
{
    /// <summary>
    /// The members of the entered organisation, to change. Only one at a time has them until the transaction ends, so
    /// that two owners cannot demote each other in the same moment.
    /// </summary>
    /// <exception cref="ForbiddenException">Whoever acts lost the permission while waiting.</exception>
    /// <exception cref="NotFoundException">They are no longer a member at all.</exception>
    public static async Task<List<Membership>> MembersToChangeAsync(this PlannerDb db, Permission required, CancellationToken cancellationToken)
    {
        var id = db.Tenant.OrganisationId;
        // Not 'for update': every new scenario refers to this row and need not wait.
        await db.Database.ExecuteSqlAsync($"select 1 from organisations where organisation_id = {id} for no key update", cancellationToken);
        var members = await db.Memberships.Where(m => m.OrganisationId == id).ToListAsync(cancellationToken);
        var me = members.SingleOrDefault(m => m.PersonId == db.Tenant.PersonId) ?? throw new NotFoundException();
        return me.Role.May(required) ? members : throw new ForbiddenException();
    }

    /// <summary>Whether the organisation would have nobody left to manage it without this member as an owner.</summary>
    public static bool IsLastOwner(this IEnumerable<Membership> members, Membership member) =>
        member.Role == Role.Owner && !members.Any(m => m.Role == Role.Owner && m.PersonId != member.PersonId);

    /// <summary>
    /// The invitation that a link's token opens, held until the transaction ends; its organisation is entered as one
    /// who may only read.
    /// </summary>
    /// <exception cref="NotFoundException">Unknown, expired, revoked, or accepted by somebody else: they look alike.</exception>
    public static async Task<Invitation> OpenInvitationAsync(this PlannerDb db, string token, Guid? personId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = SecretToken.HashOf(token);
        var found = await db.Database
            .SqlQuery<Found>($"select organisation_id, id from find_invitation({hash})").SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException();
        await db.EnterOrganisationAsync(found.OrganisationId, Role.Viewer, cancellationToken);
        var invitation = await db.Invitations
            .FromSql($"select * from invitations where organisation_id = {found.OrganisationId} and id = {found.Id} for update")
            .SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException();
        var open = invitation.AcceptedBy is null
            ? invitation.ExpiresAt > now
            : invitation.AcceptedBy == personId && await db.Memberships.AnyAsync(
                m => m.OrganisationId == invitation.OrganisationId && m.PersonId == personId, cancellationToken);
        return open ? invitation : throw new NotFoundException();
    }

    private sealed record Found(Guid OrganisationId, Guid Id);
}
