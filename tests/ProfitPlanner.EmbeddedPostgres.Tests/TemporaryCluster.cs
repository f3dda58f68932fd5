using System.Diagnostics;
using Npgsql;

namespace ProfitPlanner.EmbeddedPostgres.Tests;

/// <summary>A data folder that is gone after the test, with the server that may still run in it.</summary>
public sealed class TemporaryCluster : IAsyncDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("postgres-test-").FullName;
    private readonly List<PostgresCluster> _started = [];

    public TemporaryCluster(string name = "")
    {
        // Root's server runs as another user, who has to pass through.
        if (Machine.IsUnix)
        {
            File.SetUnixFileMode(_parent, File.GetUnixFileMode(_parent) | UnixFileMode.OtherExecute);
        }

        Folder = Path.Combine(_parent, name);
    }

    public string Folder { get; }

    public PostgresOptions Options => new() { DataFolder = Folder, Durable = false };

    private string PidFile => Path.Combine(Folder, "data", "postmaster.pid");

    public int ServerPid => Postmaster.Read(PidFile)!.Pid;

    public async Task<PostgresCluster> StartAsync()
    {
        var cluster = await PostgresCluster.StartAsync(Options, TestContext.Current.CancellationToken);
        _started.Add(cluster);
        return cluster;
    }

    public static async Task<T> AskAsync<T>(PostgresCluster cluster, string sql)
    {
        // Unpooled: a pool would outlive the server.
        var settings = new NpgsqlConnectionStringBuilder(cluster.ConnectionString("postgres", PostgresCluster.Superuser)) { Pooling = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>How long the server takes to go.</summary>
    public async Task<TimeSpan> StoppedAsync()
    {
        var watch = Stopwatch.StartNew();
        while (File.Exists(PidFile))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "The server still runs.");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        return watch.Elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var cluster in _started)
        {
            await cluster.DisposeAsync();
        }

        if (Postmaster.Read(PidFile) is { } left && left.Runs())
        {
            using var process = Process.GetProcessById(left.Pid);
            process.Kill();
        }

        for (var attempt = 0; ; attempt++)
        {
            try
            {
                Directory.Delete(_parent, recursive: true);
                return;
            }
            catch (IOException) when (attempt < 20)
            {
                await Task.Delay(100);
            }
        }
    }
}
