using Xunit;

namespace ProfitPlanner.Testing;

/// <summary>The public data sets beside the repository; they are not part of it.</summary>
public static class SharedData
{
    /// <summary>The folder of the data; the test is skipped where it is absent.</summary>
    public static string Required()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ProfitPlanner.sln")))
            folder = folder.Parent;
        var data = folder is null ? null : Path.GetFullPath(Path.Combine(folder.FullName, "../shared/data"));
        Assert.SkipUnless(Directory.Exists(data), "The data sets are not at ../shared/data beside the repository.");
        return data!;
    }
}
