namespace ProfitPlanner.Data.Setup;

/// <summary>The two login roles of the database. The app never connects as the owner.</summary>
public static class DatabaseRoles
{
    /// <summary>Owns the schema, runs migrations, may bypass row-level security.</summary>
    public const string Owner = "profitplanner_owner";

    /// <summary>What the app connects as: owns nothing, cannot bypass row-level security.</summary>
    public const string App = "profitplanner_app";
}
