namespace ProfitPlanner.EmbeddedPostgres;

public static class PostgresFolders
{
    /// <summary>
    /// Where a cluster belongs when nobody says otherwise: <c>/var/lib</c> for root, whose home the
    /// unprivileged server could not enter, and the user's own data folder for everybody else.
    /// </summary>
    public static string Default(string application, string instance)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(application);
        ArgumentException.ThrowIfNullOrWhiteSpace(instance);
        return Path.Combine(Root(), application, instance);
    }

    private static string Root()
    {
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess)
        {
            return "/var/lib";
        }

        var root = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return root.Length > 0
            ? root
            : throw new PostgresUnavailableException(
                "This user has no home folder to keep the database in; set HOME, or name a data folder.");
    }
}
