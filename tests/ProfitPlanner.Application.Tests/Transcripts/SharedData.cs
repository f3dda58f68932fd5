namespace ProfitPlanner.Application.Tests.Transcripts;

/// <summary>The public data sets beside the repository; they are not part of it.</summary>
internal static class SharedData
{
    /// <summary>A file of them; the test is skipped where it is absent.</summary>
    public static byte[] Read(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ProfitPlanner.sln")))
            folder = folder.Parent;
        var file = Path.GetFullPath(Path.Combine(folder?.FullName ?? "/", "../shared/data", path));
        Assert.SkipUnless(File.Exists(file), $"There is no ../shared/data/{path} beside the repository.");
        return File.ReadAllBytes(file);
    }
}
