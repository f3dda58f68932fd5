using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace ProfitPlanner.Web.Composition;

/// <summary>Ready means that the database answers.</summary>
internal sealed class DatabaseCheck(NpgsqlDataSource source) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = source.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException e)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.", e);
        }
    }
}
