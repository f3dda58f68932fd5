using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Accounts;

namespace ProfitPlanner.Application.Accounts;

internal static class AccountQueries
{
    /// <summary>
    /// Whoever has the address, held until the transaction ends: tries of a password, and claims to an address, come
    /// one after the other.
    /// </summary>
    public static async Task<Person?> PersonToChangeAsync(this PlannerDb db, string normalizedEmail, CancellationToken cancellationToken)
    {
        // Also where there is no row yet to hold.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({normalizedEmail}, 0))", cancellationToken);
        return await db.People.SingleOrDefaultAsync(p => p.NormalizedUserName == normalizedEmail, cancellationToken);
    }

    /// <exception cref="NotSignedInException">The account that the cookie names is gone.</exception>
    public static async Task<Person> MeAsync(this PlannerDb db, CancellationToken cancellationToken) =>
        await db.People.SingleOrDefaultAsync(p => p.Id == db.Tenant.PersonId, cancellationToken) ?? throw new NotSignedInException();

    /// <summary>For what cannot fail after validation.</summary>
    public static void OrThrow(this IdentityResult result)
    {
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(e => e.Code)));
    }
}
