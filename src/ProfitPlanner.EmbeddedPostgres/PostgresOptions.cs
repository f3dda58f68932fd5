using Microsoft.Extensions.Logging;

namespace ProfitPlanner.EmbeddedPostgres;

/// <summary>What a private cluster needs to know; everything but the folder has a sensible default.</summary>
public sealed record PostgresOptions
{
    /// <summary>The cluster's own folder; made when it is absent. Two programs that name the same folder share one server.</summary>
    public required string DataFolder { get; init; }

    /// <summary>A folder with <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c> that goes before every other place.</summary>
    public string? BinFolder { get; init; }

    /// <summary>False gives up crash safety for speed: for tests, whose data nobody misses after a power failure.</summary>
    public bool Durable { get; init; } = true;

    public ILogger? Logger { get; init; }
}
