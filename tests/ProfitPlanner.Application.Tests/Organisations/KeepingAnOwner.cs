using Microsoft.EntityFrameworkCore;
using Npgsql;
using ProfitPlanner.Application.Organisations;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Organisations;

/// <summary>Somebody is always left to manage an organisation.</summary>
public sealed class KeepingAnOwner(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    [Fact]
    public async Task The_last_owner_can_neither_leave_nor_be_demoted_nor_be_removed()
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenMemberAsync(organisation, Role.Founder);
        var owner = planner.As(organisation.Owner, organisation);

        Assert.Equal(LeaveOrganisation.Result.LastOwner, await owner.Send(new LeaveOrganisation.Command()));
        Assert.Equal(ChangeRole.Result.LastOwner, await owner.Send(new ChangeRole.Command(organisation.Owner.Id, Role.Founder)));
        Assert.Equal(RemovePerson.Result.LastOwner, await owner.Send(new RemovePerson.Command(organisation.Owner.Id)));

        Assert.Equal([Role.Owner, Role.Founder], await RolesAsync(organisation));
    }

    [Fact]
    public async Task One_of_two_owners_can_leave()
    {
        var organisation = await planner.GivenOrganisationAsync();
        await planner.GivenMemberAsync(organisation, Role.Owner);
        var owner = planner.As(organisation.Owner, organisation);

        Assert.Equal(LeaveOrganisation.Result.Left, await owner.Send(new LeaveOrganisation.Command()));

        Assert.Equal([Role.Owner], await RolesAsync(organisation));
        await Assert.ThrowsAsync<NotFoundException>(() => owner.Send(new OpenOrganisation.Query()));
    }

    [Fact]
    public async Task One_of_two_owners_can_be_demoted_and_removed_by_the_other()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var second = await planner.GivenMemberAsync(organisation, Role.Owner);
        var owner = planner.As(organisation.Owner, organisation);

        Assert.Equal(ChangeRole.Result.Changed, await owner.Send(new ChangeRole.Command(second.Id, Role.Viewer)));
        Assert.Equal([Role.Owner, Role.Viewer], await RolesAsync(organisation));

        Assert.Equal(RemovePerson.Result.Removed, await owner.Send(new RemovePerson.Command(second.Id)));
        Assert.Equal([Role.Owner], await RolesAsync(organisation));
    }

    [Fact]
    public async Task Of_two_owners_who_demote_each_other_at_the_same_moment_one_stays_owner()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var second = await planner.GivenMemberAsync(organisation, Role.Owner);

        var outcomes = await AtTheSameMomentAsync(
            organisation,
            () => planner.As(organisation.Owner, organisation).Send(new ChangeRole.Command(second.Id, Role.Viewer)),
            () => planner.As(second, organisation).Send(new ChangeRole.Command(organisation.Owner.Id, Role.Viewer)));

        Assert.IsType<ForbiddenException>(Assert.Single(outcomes, o => o is not null));
        Assert.Equal([Role.Owner, Role.Viewer], await RolesAsync(organisation));
    }

    [Fact]
    public async Task Of_two_owners_who_leave_at_the_same_moment_one_stays()
    {
        var organisation = await planner.GivenOrganisationAsync();
        var second = await planner.GivenMemberAsync(organisation, Role.Owner);

        var outcomes = await AtTheSameMomentAsync(
            organisation,
            () => planner.As(organisation.Owner, organisation).Send(new LeaveOrganisation.Command()),
            () => planner.As(second, organisation).Send(new LeaveOrganisation.Command()));

        Assert.All(outcomes, Assert.Null);
        Assert.Equal([Role.Owner], await RolesAsync(organisation));
    }

    /// <summary>Lets both get as far as they come while the other has not ended; then what each threw, or null.</summary>
    private async Task<Exception?[]> AtTheSameMomentAsync<T>(GivenOrganisation organisation, Func<Task<T>> first, Func<Task<T>> second)
    {
        await using var connection = await planner.Database.OpenAsOwnerAsync();
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await using var hold = new NpgsqlCommand("select 1 from organisations where organisation_id = $1 for update", connection, transaction);
        hold.Parameters.AddWithValue(organisation.Id);
        await hold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        var outcomes = Task.WhenAll(Record.ExceptionAsync(first).AsTask(), Record.ExceptionAsync(second).AsTask());
        // Not in the transaction, which would see the same activity throughout.
        await using var watcher = await planner.Database.OpenAsOwnerAsync();
        await using var waiting = new NpgsqlCommand(
            """
            select count(distinct pid) from pg_locks
            where not granted and pid in (select pid from pg_stat_activity where datname = current_database())
            """, watcher);
        while (!outcomes.IsCompleted && (long)(await waiting.ExecuteScalarAsync(TestContext.Current.CancellationToken))! < 2)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.False(outcomes.IsCompleted, "The two did not wait for each other.");
        await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        return await outcomes;
    }

    private async Task<List<Role>> RolesAsync(GivenOrganisation organisation)
    {
        await using var db = planner.Database.AsOwner();
        var roles = await db.Memberships.IgnoreQueryFilters()
            .Where(m => m.OrganisationId == organisation.Id).Select(m => m.Role).ToListAsync(TestContext.Current.CancellationToken);
        return [.. roles.Order()];
    }
}
