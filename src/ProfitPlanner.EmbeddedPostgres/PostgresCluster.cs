using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ProfitPlanner.EmbeddedPostgres;

/// <summary>
/// One user's share in a private Postgres server, which runs from its first user's start until its last
/// user's end, even if that end is a kill -9.
/// </summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    // A server that replays its log after a crash of the machine may need a while.
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly ClusterFolder _folder;
    private readonly Watchdog _watchdog;
    private readonly Postmaster _postmaster;
    private readonly PostgresServer _server;
    private int _left;

    private PostgresCluster(ClusterFolder folder, Watchdog watchdog, PostgresServer server, Postmaster postmaster, bool adopted)
    {
        _folder = folder;
        _watchdog = watchdog;
        _server = server;
        _postmaster = postmaster;
        Adopted = adopted;
        MajorVersion = folder.Major!.Value;
        RolePassword = server.Password;
    }

    /// <summary>The cluster's superuser.</summary>
    public const string Superuser = "postgres";

    /// <summary>Version of the server, as in 18.</summary>
    public int MajorVersion { get; }

    /// <summary>True when the server was already running and this is one more user of it.</summary>
    public bool Adopted { get; }

    /// <summary>
    /// The password that a login role must be given to be reachable by <see cref="ConnectionString"/>.
    /// Null wherever the socket folder is the lock: everywhere but on Windows.
    /// </summary>
    public string? RolePassword { get; }

    /// <summary>Joins the server of a data folder, or starts it, making the cluster when there is none.</summary>
    /// <exception cref="PostgresUnavailableException">There is no server to be had; the message says what to do.</exception>
    public static Task<PostgresCluster> StartAsync(PostgresOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        return StartAsync(options, PostgresBinaries.Places(options.BinFolder), ServerUser.Current, cancellationToken);
    }

    internal static async Task<PostgresCluster> StartAsync(
        PostgresOptions options, IReadOnlyList<BinaryPlace> places, ServerUser user, CancellationToken cancellationToken)
    {
        var logger = options.Logger ?? NullLogger.Instance;
        var folder = await ClusterFolder.OpenAsync(options.DataFolder, user);
        var server = new PostgresServer(folder, user, options.Durable);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(_patience);

        var watchdog = Watchdog.SignIn(folder);
        try
        {
            await watchdog.WaitForLeaversAsync(patience.Token);
            using var alone = await folder.LockAsync(patience.Token);
            var postmaster = await server.JoinAsync(patience.Token);
            var adopted = postmaster is not null;
            if (postmaster is null)
            {
                var binaries = await PostgresBinaries.FindAsync(places, folder, user, logger);
                postmaster = await server.StartAsync(binaries, patience.Token);
            }

            logger.LogInformation("Postgres {Action} in {Folder}", adopted ? "joined" : "started", folder.Root);
            return new PostgresCluster(folder, watchdog, server, postmaster, adopted);
        }
        catch (Exception e)
        {
            await watchdog.LeaveAsync();
            if (e is OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                throw new PostgresUnavailableException(
                    $"Postgres in {folder.Root} did not answer within {_patience.TotalMinutes} minutes; see {folder.LogFile} and try again.", e);
            }

            throw;
        }
    }

    /// <summary>An Npgsql connection string; the role and the database must exist by the time it is used.</summary>
    public string ConnectionString(string database, string user)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(database);
        ArgumentException.ThrowIfNullOrWhiteSpace(user);
        return _server.ConnectionString(_postmaster, database, user).ConnectionString;
    }

    /// <summary>Leaves the server; when nobody else uses it, returns after it has stopped.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _left, 1) == 1)
        {
            return;
        }

        await _watchdog.LeaveAsync();
        if (OperatingSystem.IsWindows())
        {
            using var alone = await _folder.LockAsync(CancellationToken.None);
            if (!Watchdog.AnyoneIn(_folder))
            {
                await _server.StopOnWindowsAsync();
            }
        }
    }
}
