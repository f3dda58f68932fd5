namespace ProfitPlanner.EmbeddedPostgres;

/// <summary>One user's share in a private Postgres server: it runs from the first user's start until the last one's end.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    /// <summary>The cluster's superuser.</summary>
    public const string Superuser = "postgres";

    /// <summary>Version of the server, as in 18.</summary>
    public int MajorVersion => throw new NotImplementedException();

    /// <summary>True when the server was already running and this is one more user of it.</summary>
    public bool Adopted => throw new NotImplementedException();

    /// <summary>
    /// The password that a login role must be given to be reachable by <see cref="ConnectionString"/>.
    /// Null wherever the socket folder is the lock: everywhere but on Windows.
    /// </summary>
    public string? RolePassword => throw new NotImplementedException();

    public static Task<PostgresCluster> StartAsync(PostgresOptions options, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();

    /// <summary>An Npgsql connection string; the role and the database must exist by the time it is used.</summary>
    public string ConnectionString(string database, string user) => throw new NotImplementedException();

    /// <summary>Leaves the server; stops it when nobody else uses it.</summary>
    public ValueTask DisposeAsync() => throw new NotImplementedException();
}
