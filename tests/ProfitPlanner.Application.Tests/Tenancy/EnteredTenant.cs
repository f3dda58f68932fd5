using Npgsql;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Tenancy;

/// <summary>Plain SQL of the app's role inside a transaction that has entered an organisation: no EF Core, no filter.</summary>
internal sealed class EnteredTenant(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    public static async Task<EnteredTenant> EnterAsync(TestDatabase database, Guid organisationId, Guid? personId, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsAppAsync();
        var tenant = new EnteredTenant(connection, await connection.BeginTransactionAsync(cancellationToken));
        await tenant.ExecuteAsync($"select set_config('app.organisation_id', '{organisationId}', true)");
        if (personId is not null)
            await tenant.ExecuteAsync($"select set_config('app.person_id', '{personId}', true)");
        return tenant;
    }

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <returns>Rows that were changed.</returns>
    public async Task<int> ExecuteAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        return await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public Task CommitAsync() => transaction.CommitAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
