namespace ProfitPlanner.Data.Scenarios;

public enum VersionCause
{
    Created = 1,
    Duplicated,
    Edited,

    /// <summary>An earlier version was brought back.</summary>
    Restored,

    /// <summary>Two people's edits were put together.</summary>
    Merged,
}
