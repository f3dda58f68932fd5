using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Data.Tenancy;

/// <summary>
/// The only ways into a tenant. Each sets the transaction-local settings that the row-level security policies read, so
/// each needs an open transaction and its effect ends with it (also behind a transaction-pooling proxy).
/// </summary>
public static class TenantEntry
{
    /// <summary>Lets the transaction see this person's own memberships and their organisations.</summary>
    public static async Task EnterAsync(this PlannerDb db, Guid personId, CancellationToken cancellationToken)
    {
        RequireTransaction(db);
        db.Tenant.SetPerson(personId);
        await db.Database.ExecuteSqlAsync(
            $"select set_config('app.person_id', {personId.ToString()}, true)", cancellationToken);
    }

    /// <summary>Enters an organisation as one of its members.</summary>
    /// <returns>False where there is no such organisation or the person is not in it; the two look alike.</returns>
    public static async Task<bool> EnterAsync(this PlannerDb db, Guid personId, string slug, CancellationToken cancellationToken)
    {
        await db.EnterAsync(personId, cancellationToken);
        var membership = await db.Memberships
            .Where(m => m.PersonId == personId)
            .Join(db.Organisations.Where(o => o.Slug == slug), m => m.OrganisationId, o => o.OrganisationId, (m, o) => new { m.OrganisationId, m.Role })
            .FirstOrDefaultAsync(cancellationToken);
        if (membership is null)
            return false;
        await db.EnterOrganisationAsync(membership.OrganisationId, membership.Role, cancellationToken);
        return true;
    }

    /// <summary>
    /// Enters an organisation without looking for a membership: to found it, or with the secret of an invitation.
    /// </summary>
    public static async Task EnterOrganisationAsync(this PlannerDb db, Guid organisationId, Role role, CancellationToken cancellationToken)
    {
        RequireTransaction(db);
        db.Tenant.SetOrganisation(organisationId, role);
        await db.Database.ExecuteSqlAsync(
            $"select set_config('app.organisation_id', {organisationId.ToString()}, true)", cancellationToken);
    }

    private static void RequireTransaction(PlannerDb db)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A tenant is entered inside a transaction: its settings are local to one.");
    }
}
