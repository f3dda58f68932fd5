namespace ProfitPlanner.Data.Organisations;

public enum Permission
{
    /// <summary>See scenarios and people, and demand in numbers.</summary>
    Read = 1,

    EditScenarios,

    /// <summary>Read what customers wrote, upload it, label it, train on it, and send what it says to a scenario.</summary>
    WorkWithTranscripts,

    /// <summary>Show scenarios to people outside, and see who looked.</summary>
    ShareDashboards,

    ManagePeople,
}

public static class RolePermissions
{
    public static bool May(this Role role, Permission permission) => permission switch
    {
        Permission.Read => true,
        Permission.EditScenarios => role is Role.Owner or Role.Founder,
        Permission.ShareDashboards => role is Role.Owner or Role.Founder,
        Permission.WorkWithTranscripts => role is Role.Owner or Role.Founder or Role.Analyst,
        Permission.ManagePeople => role is Role.Owner,
        _ => false,
    };
}
