using Microsoft.EntityFrameworkCore;
using Npgsql;
using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Setup;

/// <summary>Makes a database ready for the app: roles, schema, policies, grants. Every step may be repeated.</summary>
public static class DatabaseSetup
{
    /// <summary>Creates the two roles and the database, as a superuser of a cluster that is ours alone.</summary>
    /// <param name="superuserConnection">Connection string to any existing database of the cluster.</param>
    public static async Task CreateAsync(string superuserConnection, string database, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(superuserConnection);
        await connection.OpenAsync(cancellationToken);
        // Two starts at once would both find the role missing.
        await ExecuteAsync(connection, "select pg_advisory_lock(7205759403792793)", cancellationToken);
        await ExecuteAsync(connection, $"""
            do $$ begin
              if to_regrole('{DatabaseRoles.Owner}') is null then create role {DatabaseRoles.Owner} login bypassrls; end if;
              if to_regrole('{DatabaseRoles.App}') is null then create role {DatabaseRoles.App} login nosuperuser nobypassrls; end if;
            end $$
            """, cancellationToken);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection)
        {
            Parameters = { new() { Value = database } },
        };
        if (await exists.ExecuteScalarAsync(cancellationToken) is null)
            await ExecuteAsync(connection, $"create database \"{database}\" owner {DatabaseRoles.Owner}", cancellationToken);
    }

    /// <summary>Brings schema, policies and grants up to date, as the owner.</summary>
    public static async Task MigrateAsync(string ownerConnection, string appRole, CancellationToken cancellationToken)
    {
        await using var source = PlannerDb.DataSource(ownerConnection);
        await using var owner = PlannerDb.For(source);
        await owner.Database.MigrateAsync(cancellationToken);
        await using var transaction = await owner.Database.BeginTransactionAsync(cancellationToken);
        await RowLevelSecurity.ApplyAsync(owner, cancellationToken);
        await owner.Database.ExecuteSqlRawAsync(Grants(appRole), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What keeps the app from serving on this connection, in one sentence; null where nothing does.</summary>
    public static async Task<string?> WhyNotReadyAsync(PlannerDb app, CancellationToken cancellationToken)
    {
        var role = await app.Database.SqlQuery<RoleRights>($"""
            select rolname as name, rolsuper or rolbypassrls as bypasses,
                   exists (select from pg_class where relowner = pg_roles.oid) as owns
            from pg_roles where rolname = current_user
            """).SingleAsync(cancellationToken);
        if (role.Bypasses || role.Owns)
            return $"The role '{role.Name}' of ConnectionStrings__Postgres bypasses row-level security or owns tables: "
                + "connect as a role that does neither, and give the owner's connection as ConnectionStrings__PostgresOwner (see docs/deployment.md).";
        try
        {
            var pending = await app.Database.GetPendingMigrationsAsync(cancellationToken);
            return pending.Any()
                ? "The database lacks migrations: start once with ConnectionStrings__PostgresOwner set to the owner's connection (see docs/deployment.md)."
                : null;
        }
        catch (PostgresException e) when (e.SqlState is PostgresErrorCodes.InsufficientPrivilege)
        {
            return $"The role '{role.Name}' may not read the database: start once with ConnectionStrings__PostgresOwner set, which grants it what it needs (see docs/deployment.md).";
        }
    }

    private static string Grants(string appRole) => $"""
        grant usage on schema public, accounts to "{appRole}";
        grant select, insert, update, delete on all tables in schema public, accounts to "{appRole}";
        grant usage on all sequences in schema public, accounts to "{appRole}";
        revoke insert, update, delete on public."__EFMigrationsHistory" from "{appRole}";
        revoke all on function find_invitation(bytea) from public;
        grant execute on function find_invitation(bytea) to "{appRole}";
        """;

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private sealed record RoleRights(string Name, bool Bypasses, bool Owns);
}
