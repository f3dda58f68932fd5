namespace ProfitPlanner.Intents.Training.Tests.DataSets;

/// <summary>The public data sets beside the repository; they are not part of it.</summary>
internal static class SharedData
{
    /// <summary>The folder, or null where it is absent.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>The folder; the test is skipped where it is absent.</summary>
    public static string Required()
    {
        Assert.SkipWhen(Folder is null, "The data sets are not at ../shared/data beside the repository.");
        return Folder!;
    }

    private static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ProfitPlanner.sln")))
            folder = folder.Parent;
        var data = folder is null ? null : Path.GetFullPath(Path.Combine(folder.FullName, "../shared/data"));
        return Directory.Exists(data) ? data : null;
    }
}
