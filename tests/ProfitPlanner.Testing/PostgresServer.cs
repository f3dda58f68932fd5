using System.Security.Cryptography;
using System.Text;
using DotNet.Testcontainers.Builders;
using Npgsql;
using ProfitPlanner.EmbeddedPostgres;
using Testcontainers.PostgreSql;

namespace ProfitPlanner.Testing;

/// <summary>
/// A server for one run of one test assembly: the one of <see cref="Variable"/>, else a container where Docker
/// answers, else an embedded cluster in a temporary folder.
/// </summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    /// <summary>Connection string of a superuser. Roles and databases are made there: name a cluster that is for tests alone.</summary>
    public const string Variable = "PROFITPLANNER_TEST_POSTGRES";

    private readonly Func<string, string, string> _connectionString;
    private readonly Func<ValueTask> _stop;

    private PostgresServer(string superuser, string? rolePassword, Func<string, string, string> connectionString, Func<ValueTask> stop)
    {
        SuperuserConnection = connectionString("postgres", superuser);
        RolePassword = rolePassword;
        _connectionString = connectionString;
        _stop = stop;
    }

    public string SuperuserConnection { get; }

    public string? RolePassword { get; }

    public static async Task<PostgresServer> StartAsync() =>
        Given() ?? await InContainerAsync() ?? await EmbeddedAsync();

    /// <summary>A small pool: every class has its own, and a server admits a hundred connections.</summary>
    public string ConnectionString(string database, string user) =>
        new NpgsqlConnectionStringBuilder(_connectionString(database, user)) { MaxPoolSize = 20, IncludeErrorDetail = true }.ConnectionString;

    public ValueTask DisposeAsync() => _stop();

    private static PostgresServer? Given() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } connection
            ? WithPasswords(connection, () => ValueTask.CompletedTask)
            : null;

    private static async Task<PostgresServer?> InContainerAsync()
    {
        try
        {
            var container = new PostgreSqlBuilder("postgres:18-alpine").WithCommand("-c", "fsync=off").Build();
            await container.StartAsync();
            return WithPasswords(container.GetConnectionString(), container.DisposeAsync);
        }
        catch (DockerUnavailableException)
        {
            return null;
        }
    }

    private static async Task<PostgresServer> EmbeddedAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"profitplanner-test-{Guid.NewGuid():N}"[..32]);
        var cluster = await PostgresCluster.StartAsync(new PostgresOptions { DataFolder = folder, Durable = false });
        return new PostgresServer(PostgresCluster.Superuser, cluster.RolePassword, cluster.ConnectionString, async () =>
        {
            await cluster.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        });
    }

    private static PostgresServer WithPasswords(string superuserConnection, Func<ValueTask> stop)
    {
        var superuser = new NpgsqlConnectionStringBuilder(superuserConnection).Username
            ?? throw new InvalidOperationException($"{Variable} names no user.");
        // Test assemblies that run at once on one server must agree on it.
        var rolePassword = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(superuserConnection)))[..32];
        return new PostgresServer(superuser, rolePassword, (database, user) =>
        {
            var connection = new NpgsqlConnectionStringBuilder(superuserConnection) { Database = database };
            if (user != superuser)
                (connection.Username, connection.Password) = (user, rolePassword);
            return connection.ConnectionString;
        }, stop);
    }
}
