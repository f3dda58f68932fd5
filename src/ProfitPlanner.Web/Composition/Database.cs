using Npgsql;
using ProfitPlanner.Application;
using ProfitPlanner.EmbeddedPostgres;

namespace ProfitPlanner.Web.Composition;

/// <summary>
/// Where the data is: the Postgres of <c>ConnectionStrings:Postgres</c>, or in development a private one of our own,
/// which lives as long as this.
/// </summary>
internal sealed class Database(IConfiguration configuration, IHostEnvironment environment) : IAsyncDisposable
{
    private const string Name = "profitplanner";

    private PostgresCluster? _cluster;
    private string? _appConnection;

    /// <summary>The connection as the app's role.</summary>
    public string AppConnection => _appConnection ?? throw new InvalidOperationException("The database has not been started.");

    /// <summary>Starts or finds the database and brings its schema up to date.</summary>
    /// <exception cref="StartException">It cannot be had; the message is one sentence that says what to do.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (configuration.GetConnectionString("Postgres") is { Length: > 0 } given)
            await UseGivenAsync(given, cancellationToken);
        else if (environment.IsDevelopment())
            await StartOwnAsync(cancellationToken);
        else
            throw new StartException("No database is configured: set ConnectionStrings__Postgres to a Postgres of version 15 or later (see docs/deployment.md).");
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    private async Task UseGivenAsync(string appConnection, CancellationToken cancellationToken)
    {
        _appConnection = appConnection;
        var owner = configuration.GetConnectionString("PostgresOwner");
        try
        {
            if (await DatabaseStart.PrepareAsync(appConnection, owner, cancellationToken) is { } problem)
                throw new StartException(problem);
        }
        // EF Core wraps what might pass by itself, such as a refused connection.
        catch (Exception e) when ((e as NpgsqlException ?? e.InnerException as NpgsqlException) is { } failure)
        {
            throw new StartException($"The Postgres of ConnectionStrings__Postgres does not answer ({failure.Message}): check host, port, name and password.", e);
        }
    }

    private async Task StartOwnAsync(CancellationToken cancellationToken)
    {
        // Each checkout has a cluster of its own, so that two versions of the app never share a schema.
        var folder = configuration["EmbeddedPostgres:DataFolder"]
            ?? PostgresFolders.Default(Name, FolderName.For(environment.ContentRootPath));
        try
        {
            _cluster = await PostgresCluster.StartAsync(
                new PostgresOptions { DataFolder = folder, BinFolder = configuration["EmbeddedPostgres:BinFolder"] }, cancellationToken);
        }
        catch (PostgresUnavailableException e)
        {
            throw new StartException(e.Message, e);
        }

        _appConnection = await DatabaseStart.PrepareOwnAsync(_cluster.ConnectionString, _cluster.RolePassword, Name, cancellationToken);
    }
}

/// <summary>The app cannot start; the message is one sentence that says what to do.</summary>
internal sealed class StartException(string message, Exception? inner = null) : Exception(message, inner);
