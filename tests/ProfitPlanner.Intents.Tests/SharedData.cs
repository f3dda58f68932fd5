namespace ProfitPlanner.Intents.Tests;

/// <summary>The public data sets beside the repository; they are not part of it.</summary>
internal static class SharedData
{
    /// <summary>The root of the repository; the test is skipped where it runs without one.</summary>
    public static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ProfitPlanner.sln")))
            folder = folder.Parent;
        Assert.SkipWhen(folder is null, "The tests do not run within the repository.");
        return folder!.FullName;
    }

    /// <summary>The folder of the data; the test is skipped where it is absent.</summary>
    public static string Required()
    {
        var data = Path.GetFullPath(Path.Combine(Repository(), "../shared/data"));
        Assert.SkipUnless(Directory.Exists(data), "The data sets are not at ../shared/data beside the repository.");
        return data;
    }
}
