namespace ProfitPlanner.Application.Models;

/// <summary>The program that trains, a process of its own: the app itself carries no libtorch.</summary>
internal sealed class TrainingProgram(TrainingOptions options)
{
    private static readonly string Executable = OperatingSystem.IsWindows() ? "profitplanner.exe" : "profitplanner";

    /// <summary>Where it is; null where there is none.</summary>
    public string? Path => options.Command is { Length: > 0 } given ? (File.Exists(given) ? given : null) : Built();

    /// <summary>Where work folders are made.</summary>
    public string Folder { get; } = System.IO.Path.Combine(options.Folder ?? System.IO.Path.GetTempPath(), "profitplanner-training");

    public IEnumerable<string> Arguments => options.Arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Concat(["--threads", FormattableString.Invariant($"{options.Threads ?? Math.Max(1, Environment.ProcessorCount / 2)}")]);

    // Of the same checkout, configuration and framework: …/bin/Debug/net10.0 tells the last two.
    private static string? Built()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        if (here.Parent is null)
            return null;
        for (var folder = here; folder is not null; folder = folder.Parent)
        {
            var built = System.IO.Path.Combine(folder.FullName, "src", "ProfitPlanner.Cli", "bin", here.Parent.Name, here.Name, Executable);
            if (File.Exists(built))
                return built;
        }
        return null;
    }
}
