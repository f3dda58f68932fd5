using Microsoft.EntityFrameworkCore;
using Npgsql;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Tenancy;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Tenancy;

/// <summary>Walks the model and the catalogue of a migrated database: no tenant table is without its key and its policies.</summary>
public sealed class TenantModelTests(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> TenantTables() => [.. TenantTable.All.Select(t => t.Name)];

    [Theory, MemberData(nameof(TenantTables))]
    public async Task Row_level_security_is_enabled_and_forced(string table) =>
        Assert.Equal(["true true"], await QueryAsync(
            $"select relrowsecurity::text || ' ' || relforcerowsecurity::text from pg_class where oid = '{table}'::regclass"));

    [Theory, MemberData(nameof(TenantTables))]
    public async Task There_is_one_policy_to_read_and_one_to_write_and_no_other(string table) =>
        Assert.Equal(["tenant_reads r", "tenant_writes *"], await QueryAsync(
            $"select polname || ' ' || polcmd::text from pg_policy where polrelid = '{table}'::regclass and polpermissive and polroles = array[0::oid] order by 1"));

    [Theory, MemberData(nameof(TenantTables))]
    public async Task Writes_are_held_to_the_organisation_that_was_entered(string table)
    {
        const string EnteredOrganisation = "(organisation_id = (NULLIF(current_setting('app.organisation_id'::text, true), ''::text))::uuid)";

        Assert.Equal([EnteredOrganisation, EnteredOrganisation], await QueryAsync(
            $"""
            select unnest(array[pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)])
            from pg_policy where polrelid = '{table}'::regclass and polname = 'tenant_writes'
            """));
    }

    [Theory, MemberData(nameof(TenantTables))]
    public async Task The_organisation_leads_the_primary_key(string table) =>
        Assert.Equal(["organisation_id"], await QueryAsync(
            $"""
            select a.attname from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            where c.conrelid = '{table}'::regclass and c.contype = 'p'
            """));

    [Fact]
    public async Task The_organisation_leads_every_foreign_key_between_tenant_tables()
    {
        var keys = await QueryAsync(
            """
            select c.conrelid::regclass || '.' || c.conname || ': ' || a.attname || ' -> ' || b.attname
            from pg_constraint c
            join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
            join pg_attribute b on b.attrelid = c.confrelid and b.attnum = c.confkey[1]
            where c.contype = 'f'
              and exists (select from pg_attribute where attrelid = c.conrelid and attname = 'organisation_id')
              and exists (select from pg_attribute where attrelid = c.confrelid and attname = 'organisation_id')
            """);

        Assert.NotEmpty(keys);
        Assert.All(keys, key => Assert.EndsWith(": organisation_id -> organisation_id", key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_table_outside_the_tenants_refers_to_one_of_theirs() =>
        Assert.Empty(await QueryAsync(
            """
            select c.conrelid::regclass || '.' || c.conname from pg_constraint c
            where c.contype = 'f'
              and not exists (select from pg_attribute where attrelid = c.conrelid and attname = 'organisation_id')
              and exists (select from pg_attribute where attrelid = c.confrelid and attname = 'organisation_id')
            """));

    [Fact]
    public async Task Every_table_with_a_column_organisation_id_is_tenant_owned() =>
        Assert.Equal(TenantTable.All.Select(t => t.Name), await QueryAsync(
            """
            select n.nspname || '.' || c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where a.attname = 'organisation_id' and not a.attisdropped and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1
            """));

    [Fact]
    public async Task Every_table_in_the_schema_public_is_tenant_owned() =>
        Assert.Equal(TenantTable.All.Select(t => t.Name), await QueryAsync(
            """
            select 'public.' || relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f') and relname <> '__EFMigrationsHistory' order by 1
            """));

    [Fact]
    public void Every_tenant_entity_has_the_tenant_filter() =>
        Assert.All(TenantTable.All, table => Assert.Contains(
            PlannerDb.TenantFilter, table.Entity.GetDeclaredQueryFilters().Select(filter => filter.Key)));

    [Fact]
    public void Every_entity_with_an_organisation_says_that_it_is_tenant_owned()
    {
        using var db = planner.Database.AsApp();

        Assert.All(
            db.Model.GetEntityTypes().Where(e => e.FindProperty(nameof(ITenantOwned.OrganisationId)) is not null),
            e => Assert.True(typeof(ITenantOwned).IsAssignableFrom(e.ClrType), $"{e.ClrType.Name} has an OrganisationId and is not ITenantOwned."));
    }

    [Fact]
    public void The_migrations_hold_the_whole_model()
    {
        using var db = planner.Database.AsOwner();

        Assert.False(db.Database.HasPendingModelChanges(), "The model has changed: dotnet ef migrations add … (see docs/development.md).");
    }

    private async Task<List<string>> QueryAsync(string sql)
    {
        await using var connection = await planner.Database.OpenAsOwnerAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<string>();
        while (await reader.ReadAsync(Cancellation))
            rows.Add(reader.IsDBNull(0) ? "" : reader.GetString(0));
        return rows;
    }
}
