using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Data.Tenancy;

/// <summary>
/// Row-level security for every tenant table of the model. Applied after each migration, so a new table cannot be
/// without: tables are found by <see cref="ITenantOwned"/>, not listed.
/// </summary>
public static class RowLevelSecurity
{
    // After a transaction-local setting has ended, current_setting gives '' and not null: hence nullif.
    private const string CurrentOrganisation = "nullif(current_setting('app.organisation_id', true), '')::uuid";
    private const string CurrentPerson = "nullif(current_setting('app.person_id', true), '')::uuid";

    public static IEnumerable<IEntityType> TenantTables(IModel model) =>
        model.GetEntityTypes().Where(e => typeof(ITenantOwned).IsAssignableFrom(e.ClrType) && e.BaseType is null);

    public static async Task ApplyAsync(PlannerDb owner, CancellationToken cancellationToken)
    {
        foreach (var entity in TenantTables(owner.Model))
        {
            var table = $"{entity.GetSchema() ?? "public"}.{entity.GetTableName()}";
            // A person sees the list of the organisations they belong to before they have entered one; nothing is
            // written that way.
            var reads = $"organisation_id = {CurrentOrganisation}" + ReadableByPerson(entity.ClrType);
#pragma warning disable EF1002 // Every part is a name of the model or a constant above.
            await owner.Database.ExecuteSqlRawAsync($"""
                alter table {table} enable row level security;
                alter table {table} force row level security;
                drop policy if exists tenant_reads on {table};
                drop policy if exists tenant_writes on {table};
                create policy tenant_reads on {table} for select using ({reads});
                create policy tenant_writes on {table} for all
                  using (organisation_id = {CurrentOrganisation}) with check (organisation_id = {CurrentOrganisation});
                """, cancellationToken);
#pragma warning restore EF1002
        }
    }

    private static string ReadableByPerson(Type entity) =>
        entity == typeof(Membership) ? $" or person_id = {CurrentPerson}"
        : entity == typeof(Organisation) ? $" or organisation_id in (select m.organisation_id from public.memberships m where m.person_id = {CurrentPerson})"
        : "";
}
