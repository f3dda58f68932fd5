using System.Collections.Concurrent;
using Npgsql;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Setup;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Tenancy;

public sealed class ConnectionTests(PlannerFixture planner, TestPostgres postgres) : IClassFixture<PlannerFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parallel_requests_of_several_organisations_never_mix_and_leave_no_tenant_on_the_connections()
    {
        var organisations = new List<(GivenOrganisation Organisation, Guid Scenario)>();
        for (var i = 0; i < 8; i++)
        {
            var organisation = await planner.GivenOrganisationAsync();
            organisations.Add((organisation, await planner.GivenScenarioAsync(organisation)));
        }

        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 400), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Cancellation }, async (i, _) =>
        {
            var (organisation, scenario) = organisations[i % organisations.Count];
            var list = await planner.As(organisation.Owner, organisation).Send(new ListScenarios.Query(ListScenarios.Shelf.Active));
            if (list.Items.Count != 1 || list.Items[0].Id != scenario)
                wrong.Add($"{organisation.Slug} saw {string.Join(", ", list.Items.Select(x => x.Id))}");
        });

        Assert.Empty(wrong);
        await using var pool = await planner.EveryPooledConnectionAsync();
        Assert.All(pool.All, connection => Assert.Equal(
            "organisation '', person ''",
            Scalar(connection, "select format('organisation %L, person %L', coalesce(current_setting('app.organisation_id', true), ''), coalesce(current_setting('app.person_id', true), ''))")));
        Assert.All(pool.All, connection => Assert.Equal(0L, Scalar(connection, "select count(*) from scenarios")));
    }

    [Fact]
    public async Task The_app_role_is_ready_to_serve()
    {
        await using var db = planner.Database.AsApp();

        Assert.Null(await DatabaseSetup.WhyNotReadyAsync(db, Cancellation));
    }

    [Fact]
    public async Task A_superuser_is_refused()
    {
        var why = await WhyNotReadyAsync(planner.Database.SuperuserConnection);

        Assert.Contains("bypasses row-level security", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owner_who_bypasses_row_level_security_is_refused()
    {
        var why = await WhyNotReadyAsync(planner.Database.OwnerConnection);

        Assert.Contains(DatabaseRoles.Owner, why, StringComparison.Ordinal);
        Assert.Contains("bypasses row-level security", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_nobody_has_migrated_is_refused_with_what_to_do()
    {
        await using var empty = await postgres.CreateEmptyDatabaseAsync();

        Assert.Contains("ConnectionStrings__PostgresOwner", await WhyNotReadyAsync(empty.AppConnection), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_owner_prepares_an_empty_database_for_the_app_and_may_do_so_again()
    {
        await using var empty = await postgres.CreateEmptyDatabaseAsync();

        Assert.Null(await DatabaseStart.PrepareAsync(empty.AppConnection, empty.OwnerConnection, Cancellation));
        Assert.Null(await DatabaseStart.PrepareAsync(empty.AppConnection, empty.OwnerConnection, Cancellation));
        Assert.Null(await DatabaseStart.PrepareAsync(empty.AppConnection, ownerConnection: null, Cancellation));
    }

    [Fact]
    public async Task The_app_role_owns_nothing_and_may_nothing_beyond_its_rows()
    {
        await using var connection = await planner.Database.OpenAsAppAsync();

        Assert.Equal(false, Scalar(connection, "select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole or rolreplication from pg_roles where rolname = current_user"));
        Assert.Equal(0L, Scalar(connection, "select count(*) from pg_shdepend where deptype = 'o' and refclassid = 'pg_authid'::regclass and refobjid = current_user::regrole"));
        Assert.Equal(0L, Scalar(connection, "select count(*) from pg_auth_members where member = current_user::regrole"));
    }

    [Theory]
    [InlineData("create table public.mine (id int)")]
    [InlineData("create table accounts.mine (id int)")]
    [InlineData("create schema mine")]
    [InlineData("alter table scenarios disable row level security")]
    [InlineData("drop policy tenant_reads on scenarios")]
    [InlineData("truncate scenarios")]
    [InlineData("set role profitplanner_owner")]
    [InlineData("delete from public.\"__EFMigrationsHistory\"")]
    [InlineData("alter function find_invitation(bytea) security invoker")]
    public async Task The_app_role_cannot(string statement)
    {
        await using var connection = await planner.Database.OpenAsAppAsync();
        await using var command = new NpgsqlCommand(statement, connection);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    private static async Task<string> WhyNotReadyAsync(string connection)
    {
        await using var source = PlannerDb.DataSource(connection);
        await using var db = PlannerDb.For(source);
        return await DatabaseSetup.WhyNotReadyAsync(db, Cancellation) ?? "ready";
    }

    private static object? Scalar(NpgsqlConnection connection, string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        return command.ExecuteScalar();
    }
}
