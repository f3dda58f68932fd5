using Npgsql;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Setup;

namespace ProfitPlanner.Application;

/// <summary>Makes a database ready to serve, for hosts, which know connections and not the schema.</summary>
public static class DatabaseStart
{
    /// <summary>Prepares a cluster that is ours alone.</summary>
    /// <param name="connectionString">Gives the connection string to a database as a role.</param>
    /// <param name="rolePassword">For the roles that are made; null where the cluster asks for none.</param>
    /// <returns>The connection of the app's role.</returns>
    public static async Task<string> PrepareOwnAsync(
        Func<string, string, string> connectionString, string? rolePassword, string database, CancellationToken cancellationToken)
    {
        await DatabaseSetup.CreateAsync(connectionString("postgres", "postgres"), database, rolePassword, cancellationToken);
        await DatabaseSetup.MigrateAsync(connectionString(database, DatabaseRoles.Owner), DatabaseRoles.App, cancellationToken);
        return connectionString(database, DatabaseRoles.App);
    }

    /// <summary>Prepares somebody else's cluster, in which roles and database are given.</summary>
    /// <param name="ownerConnection">As the role that owns the schema; null where somebody else migrates.</param>
    /// <returns>Why the app cannot serve on it, in one sentence, or null.</returns>
    public static async Task<string?> PrepareAsync(string appConnection, string? ownerConnection, CancellationToken cancellationToken)
    {
        if (ownerConnection is not null)
            await DatabaseSetup.MigrateAsync(ownerConnection, new NpgsqlConnectionStringBuilder(appConnection).Username!, cancellationToken);
        await using var source = PlannerDb.DataSource(appConnection);
        await using var db = PlannerDb.For(source);
        return await DatabaseSetup.WhyNotReadyAsync(db, cancellationToken);
    }
}
