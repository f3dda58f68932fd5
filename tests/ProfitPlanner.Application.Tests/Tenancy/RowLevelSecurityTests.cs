using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using ProfitPlanner.Application.Sharing;
using ProfitPlanner.Application.Tests.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Tenancy;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Tenancy;

/// <summary>What Postgres itself lets the app's role do, with the query filters off.</summary>
public sealed class RowLevelSecurityTests(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> TenantTables() => [.. TenantTable.All.Select(t => t.Name)];

    [Theory, MemberData(nameof(TenantTables))]
    public async Task Without_a_tenant_no_row_is_seen(string table)
    {
        await GivenFilledOrganisationAsync();

        await using var connection = await planner.Database.OpenAsAppAsync();

        Assert.Equal(0L, await ScalarAsync(connection, $"select count(*) from {table}"));
        Assert.NotEqual(0L, await CountAsOwnerAsync($"select count(*) from {table}"));
    }

    [Theory, MemberData(nameof(TenantTables))]
    public async Task Another_organisations_rows_are_not_seen(string table)
    {
        var (mine, theirs) = (await GivenFilledOrganisationAsync(), await GivenFilledOrganisationAsync());

        await using var tenant = await EnterAsync(mine);

        Assert.Equal(0L, await tenant.ScalarAsync($"select count(*) from {table} where organisation_id = '{theirs.Id}'"));
        Assert.Equal(0L, await tenant.ScalarAsync($"select count(*) from {table} where organisation_id <> '{mine.Id}'"));
        Assert.NotEqual(0L, await tenant.ScalarAsync($"select count(*) from {table}"));
    }

    [Theory, MemberData(nameof(TenantTables))]
    public async Task Another_organisations_rows_are_neither_changed_nor_deleted(string table)
    {
        var (mine, theirs) = (await GivenFilledOrganisationAsync(), await GivenFilledOrganisationAsync());
        var before = await CountAsOwnerAsync($"select count(*) from {table} where organisation_id = '{theirs.Id}'");

        await using (var tenant = await EnterAsync(mine))
        {
            Assert.Equal(0, await tenant.ExecuteAsync($"update {table} set organisation_id = organisation_id where organisation_id = '{theirs.Id}'"));
            Assert.Equal(0, await tenant.ExecuteAsync($"delete from {table} where organisation_id = '{theirs.Id}'"));
            await tenant.CommitAsync();
        }

        Assert.NotEqual(0L, before);
        Assert.Equal(before, await CountAsOwnerAsync($"select count(*) from {table} where organisation_id = '{theirs.Id}'"));
    }

    [Theory, MemberData(nameof(TenantTables))]
    public async Task A_row_for_another_organisation_is_refused(string table)
    {
        var (mine, theirs) = (await GivenFilledOrganisationAsync(), await GivenFilledOrganisationAsync());
        await using var tenant = await EnterAsync(mine);

        await AssertRefusedAsync(tenant.ExecuteAsync($"insert into {table} (organisation_id) values ('{theirs.Id}')"));
    }

    [Theory, MemberData(nameof(TenantTables))]
    public async Task A_row_is_not_moved_to_another_organisation(string table)
    {
        var (mine, theirs) = (await GivenFilledOrganisationAsync(), await GivenFilledOrganisationAsync());
        await using var tenant = await EnterAsync(mine);

        await AssertRefusedAsync(tenant.ExecuteAsync($"update {table} set organisation_id = '{theirs.Id}' where organisation_id = '{mine.Id}'"));
    }

    [Theory, MemberData(nameof(TenantTables))]
    public async Task Without_a_tenant_nothing_is_inserted(string table)
    {
        var organisation = await GivenFilledOrganisationAsync();
        await using var connection = await planner.Database.OpenAsAppAsync();
        await using var insert = new NpgsqlCommand($"insert into {table} (organisation_id) values ('{organisation.Id}')", connection);

        await AssertRefusedAsync(insert.ExecuteNonQueryAsync(Cancellation));
    }

    [Fact]
    public async Task ExecuteUpdate_with_filters_off_leaves_another_organisations_scenario_as_it_is()
    {
        var (mine, theirs) = (await GivenFilledOrganisationAsync(), await GivenFilledOrganisationAsync());
        await using var db = planner.Database.AsApp();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        await db.EnterOrganisationAsync(mine.Id, Role.Owner, Cancellation);

        var changed = await db.Scenarios.IgnoreQueryFilters().Where(s => s.OrganisationId == theirs.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.ArchivedAt, DateTimeOffset.UtcNow), Cancellation);
        await transaction.CommitAsync(Cancellation);

        Assert.Equal(0, changed);
        Assert.Equal(0L, await CountAsOwnerAsync($"select count(*) from scenarios where organisation_id = '{theirs.Id}' and archived_at is not null"));
    }

    [Fact]
    public async Task ExecuteDelete_of_everything_with_filters_off_deletes_ones_own_rows_alone()
    {
        var (mine, theirs) = (await GivenFilledOrganisationAsync(), await GivenFilledOrganisationAsync());
        await using var db = planner.Database.AsApp();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        await db.EnterOrganisationAsync(mine.Id, Role.Owner, Cancellation);

        var deleted = await db.Scenarios.IgnoreQueryFilters().ExecuteDeleteAsync(Cancellation);
        await transaction.CommitAsync(Cancellation);

        Assert.Equal(1, deleted);
        Assert.Equal(1L, await CountAsOwnerAsync($"select count(*) from scenarios where organisation_id = '{theirs.Id}'"));
    }

    [Fact]
    public async Task A_query_with_filters_off_sees_ones_own_scenarios_alone()
    {
        var (mine, _) = (await GivenFilledOrganisationAsync(), await GivenFilledOrganisationAsync());
        await using var db = planner.Database.AsApp();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        await db.EnterOrganisationAsync(mine.Id, Role.Owner, Cancellation);

        var seen = await db.Scenarios.IgnoreQueryFilters().Select(s => s.OrganisationId).ToListAsync(Cancellation);

        Assert.Equal([mine.Id], seen);
    }

    [Fact]
    public async Task A_member_of_two_organisations_writes_nothing_in_the_one_they_have_not_entered()
    {
        var (here, there) = (await GivenFilledOrganisationAsync(), await GivenFilledOrganisationAsync());
        await AddMemberAsync(there, here.Owner, Role.Owner);
        await using var tenant = await EnterAsync(here, here.Owner);

        // The list of one's own organisations may be read before one has entered any …
        Assert.Equal(2L, await tenant.ScalarAsync($"select count(*) from memberships where person_id = '{here.Owner.Id}'"));
        Assert.Equal(2L, await tenant.ScalarAsync("select count(*) from organisations"));
        // … and that is all.
        Assert.Equal(0, await tenant.ExecuteAsync($"update memberships set role = 'Viewer' where organisation_id = '{there.Id}'"));
        Assert.Equal(0, await tenant.ExecuteAsync($"delete from memberships where organisation_id = '{there.Id}'"));
        Assert.Equal(0, await tenant.ExecuteAsync($"update organisations set name = 'Taken' where organisation_id = '{there.Id}'"));
        Assert.Equal(0L, await tenant.ScalarAsync($"select count(*) from scenarios where organisation_id = '{there.Id}'"));
    }

    [Fact]
    public async Task Nobody_makes_themself_a_member_of_an_organisation_they_have_not_entered()
    {
        var organisation = await GivenFilledOrganisationAsync();
        var stranger = await planner.GivenPersonAsync();
        await using var db = planner.Database.AsApp();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);
        await db.EnterAsync(stranger.Id, Cancellation);
        db.Add(new Membership { OrganisationId = organisation.Id, PersonId = stranger.Id, Role = Role.Owner, JoinedAt = DateTimeOffset.UtcNow });

        var refusal = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync(Cancellation));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, Assert.IsType<PostgresException>(refusal.InnerException).SqlState);
    }

    [Fact]
    public async Task A_stranger_sees_no_other_members_and_enters_no_organisation()
    {
        var organisation = await GivenFilledOrganisationAsync();
        var stranger = await planner.GivenPersonAsync();
        await using var db = planner.Database.AsApp();
        await using var transaction = await db.Database.BeginTransactionAsync(Cancellation);

        Assert.False(await db.EnterAsync(stranger.Id, organisation.Slug, Cancellation));
        Assert.Equal(0, await db.Memberships.IgnoreQueryFilters().CountAsync(Cancellation));
        Assert.Equal(0, await db.Organisations.IgnoreQueryFilters().CountAsync(Cancellation));
    }

    [Fact]
    public async Task An_invitation_is_found_by_its_token_alone()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var token = (await planner.GivenInvitationAsync(organisation)).Token;
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        await using var connection = await planner.Database.OpenAsAppAsync();

        Assert.Equal(organisation.Id, await ScalarAsync(connection, $"select organisation_id from find_invitation(decode('{hash}', 'hex'))"));
        Assert.Equal(0L, await ScalarAsync(connection, $"select count(*) from find_invitation('{token}')"));
        Assert.Equal(0L, await ScalarAsync(connection, "select count(*) from find_invitation(null)"));
    }

    [Fact]
    public async Task A_tenant_cannot_be_entered_outside_a_transaction()
    {
        await using var db = planner.Database.AsApp();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.EnterOrganisationAsync(Guid.NewGuid(), Role.Owner, Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.EnterAsync(Guid.NewGuid(), Cancellation));
    }

    /// <summary>An organisation with a row in every tenant table: a new table makes the tests above fail until it has one here.</summary>
    private async Task<GivenOrganisation> GivenFilledOrganisationAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var scenario = await planner.GivenScenarioAsync(organisation);
        await planner.GivenInvitationAsync(organisation);
        await planner.GivenDemandAsync(organisation, scenario);
        var share = await planner.GivenShareAsync(organisation, [Examples.Article], link => link.Emails = ["ines@fund.example"]);
        var visitor = await planner.GivenVisitAsync(organisation, share, "ines@fund.example", DateTimeOffset.UtcNow);
        await planner.GivenNoteAsync(organisation, share, visitor, figure: null, "Why?");
        await planner.AsAnybody().Send(new SendDoorCode.Command(share.Token, null, "ines@fund.example"));
        return organisation;
    }

    private async Task AddMemberAsync(GivenOrganisation organisation, GivenPerson person, Role role)
    {
        await using var db = planner.Database.AsOwner();
        db.Add(new Membership { OrganisationId = organisation.Id, PersonId = person.Id, Role = role, JoinedAt = DateTimeOffset.UtcNow });
        await db.SaveChangesAsync(Cancellation);
    }

    private async Task<EnteredTenant> EnterAsync(GivenOrganisation organisation, GivenPerson? person = null) =>
        await EnteredTenant.EnterAsync(planner.Database, organisation.Id, person?.Id, Cancellation);

    private async Task<object?> CountAsOwnerAsync(string sql)
    {
        await using var connection = await planner.Database.OpenAsOwnerAsync();
        return await ScalarAsync(connection, sql);
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancellation);
    }

    private static async Task AssertRefusedAsync(Task statement) =>
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => statement)).SqlState);
}
