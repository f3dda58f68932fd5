using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Tests.Tenancy;

public sealed class PermissionTests
{
    [Theory]
    [InlineData(Role.Owner, true, true, true)]
    [InlineData(Role.Founder, true, true, false)]
    [InlineData(Role.Analyst, true, false, false)]
    [InlineData(Role.Viewer, true, false, false)]
    public void A_role_may(Role role, bool read, bool editScenarios, bool managePeople) =>
        Assert.Equal(
            (read, editScenarios, managePeople),
            (role.May(Permission.Read), role.May(Permission.EditScenarios), role.May(Permission.ManagePeople)));

    [Fact]
    public void A_role_may_nothing_that_nobody_has_thought_of() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.False(role.May((Permission)999)));
}
