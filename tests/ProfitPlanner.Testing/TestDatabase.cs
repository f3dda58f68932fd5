using Npgsql;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Setup;

namespace ProfitPlanner.Testing;

/// <summary>A database of one test class, and the connections of the three roles to it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> _drop;
    private readonly NpgsqlDataSource _app;
    private readonly NpgsqlDataSource _owner;

    internal TestDatabase(string appConnection, string ownerConnection, string superuserConnection, Func<Task> drop)
    {
        (AppConnection, OwnerConnection, SuperuserConnection, _drop) = (appConnection, ownerConnection, superuserConnection, drop);
        _app = PlannerDb.DataSource(appConnection);
        _owner = PlannerDb.DataSource(ownerConnection);
    }

    /// <summary>What the app connects as: owns nothing, cannot bypass row-level security.</summary>
    public string AppConnection { get; }

    /// <summary>Owns the schema and bypasses row-level security: sees every organisation's rows.</summary>
    public string OwnerConnection { get; }

    public string SuperuserConnection { get; }

    /// <summary>A context of the app's role in which no tenant is entered yet.</summary>
    public PlannerDb AsApp() => PlannerDb.For(_app);

    /// <summary>A context that sees what is really in the tables, provided its query ignores the filters.</summary>
    public PlannerDb AsOwner() => PlannerDb.For(_owner);

    /// <summary>A connection of the app's role from the pool that <see cref="AsApp"/> uses.</summary>
    public ValueTask<NpgsqlConnection> OpenAsAppAsync() => _app.OpenConnectionAsync();

    public ValueTask<NpgsqlConnection> OpenAsOwnerAsync() => _owner.OpenConnectionAsync();

    /// <summary>Takes the database away from the app's role for good: no new connection, and the open ones are cut.</summary>
    public async Task LockOutAppAsync()
    {
        await using var superuser = new NpgsqlConnection(SuperuserConnection);
        await superuser.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""
            revoke connect on database "{superuser.Database}" from public;
            select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = '{DatabaseRoles.App}'
            """, superuser);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _owner.DisposeAsync();
        await _drop();
    }
}
