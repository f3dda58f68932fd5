using Npgsql;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Setup;
using Xunit;

namespace ProfitPlanner.Testing;

/// <summary>
/// The assembly fixture behind every test that needs a database: one server, migrated once into a template that each
/// class gets a copy of.
/// </summary>
public sealed class TestPostgres : IAsyncLifetime
{
    private readonly string _template = UniqueName("template");
    private PostgresServer? _server;

    private PostgresServer Server => _server ?? throw new InvalidOperationException("The server has not been started.");

    public async ValueTask InitializeAsync()
    {
        _server = await PostgresServer.StartAsync();
        await DatabaseSetup.CreateAsync(Server.SuperuserConnection, _template, Server.RolePassword, CancellationToken.None);
        // Not pooled: a template can be copied only while nobody is connected to it.
        var owner = new NpgsqlConnectionStringBuilder(Server.ConnectionString(_template, DatabaseRoles.Owner)) { Pooling = false };
        await DatabaseSetup.MigrateAsync(owner.ConnectionString, DatabaseRoles.App, CancellationToken.None);
    }

    /// <summary>A migrated database without rows, to be dropped by whoever asked for it.</summary>
    public Task<TestDatabase> CreateDatabaseAsync() => CreateAsync(UniqueName("test"), $"template {_template}");

    /// <summary>A database before its first migration.</summary>
    public Task<TestDatabase> CreateEmptyDatabaseAsync() => CreateAsync(UniqueName("empty"), "");

    public async ValueTask DisposeAsync()
    {
        if (_server is null)
            return;
        await ExecuteAsync($"drop database if exists {_template} with (force)");
        NpgsqlConnection.ClearAllPools();
        await _server.DisposeAsync();
    }

    private async Task<TestDatabase> CreateAsync(string name, string template)
    {
        await ExecuteAsync($"create database {name} owner {DatabaseRoles.Owner} {template}");
        return new TestDatabase(
            Server.ConnectionString(name, DatabaseRoles.App),
            Server.ConnectionString(name, DatabaseRoles.Owner),
            new NpgsqlConnectionStringBuilder(Server.SuperuserConnection) { Database = name }.ConnectionString,
            drop: () => ExecuteAsync($"drop database {name} with (force)"));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server.SuperuserConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static string UniqueName(string kind) => $"profitplanner_{kind}_{Guid.NewGuid():N}"[..40];
}
