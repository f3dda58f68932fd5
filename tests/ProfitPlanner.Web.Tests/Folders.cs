using System.Reflection;

namespace ProfitPlanner.Web.Tests;

/// <summary>Places in the repository that tests read from or write to.</summary>
internal static class Folders
{
    public static string Project { get; } = typeof(Folders).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "ProjectFolder").Value!;

    public static string Repository { get; } = Path.GetFullPath(Path.Combine(Project, "..", ".."));

    public static string Web { get; } = Path.Combine(Repository, "src", "ProfitPlanner.Web");

    public static string Screenshots { get; } = Path.Combine(Repository, "TestResults", "screenshots");
}
