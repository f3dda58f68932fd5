namespace ProfitPlanner.Data.Organisations;

public enum Permission
{
    /// <summary>See scenarios and people.</summary>
    Read = 1,

    EditScenarios,

    ManagePeople,
}

public static class RolePermissions
{
    public static bool May(this Role role, Permission permission) => permission switch
    {
        Permission.Read => true,
        Permission.EditScenarios => role is Role.Owner or Role.Founder,
        Permission.ManagePeople => role is Role.Owner,
        _ => false,
    };
}
