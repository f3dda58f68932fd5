using Npgsql;

namespace ProfitPlanner.Testing;

/// <summary>Every connection that a pool can hold, all open at once.</summary>
public sealed class PooledConnections : IAsyncDisposable
{
    private readonly List<NpgsqlConnection> _all = [];

    public IReadOnlyList<NpgsqlConnection> All => _all;

    internal static async Task<PooledConnections> OpenAsync(NpgsqlDataSource source)
    {
        var pool = new PooledConnections();
        for (var i = new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize; i > 0; i--)
            pool._all.Add(await source.OpenConnectionAsync());
        return pool;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var connection in _all)
            await connection.DisposeAsync();
    }
}
