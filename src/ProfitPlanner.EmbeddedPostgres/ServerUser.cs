using System.ComponentModel;
using System.Diagnostics;

namespace ProfitPlanner.EmbeddedPostgres;

internal sealed record Finished(int ExitCode, IReadOnlyList<string> Lines);

/// <summary>Who runs the server: we ourselves or, since Postgres refuses root, an unprivileged user of the machine.</summary>
internal sealed class ServerUser
{
    internal ServerUser(string? name) => Name = name;

    public static ServerUser Current { get; } = new(Choose());

    /// <summary>Null when the server runs as we do.</summary>
    public string? Name { get; }

    public bool IsAnother => Name is not null;

    public async Task<bool> MayEnterAsync(string folder) =>
        !IsAnother || (await RunAsync("/bin/sh", ["-c", "cd \"$1\"", "sh", folder])).ExitCode == 0;

    /// <summary>Gives a file or a whole folder to this user.</summary>
    public async Task OwnAsync(string path)
    {
        if (!IsAnother)
        {
            return;
        }

        var finished = await RunAsync(new ProcessStartInfo("chown", ["-R", Name!, path]));
        if (finished.ExitCode != 0)
        {
            throw PostgresUnavailableException.With(
                $"{path} cannot be given to the user {Name}; choose a data folder on a file system with owners.", finished.Lines);
        }
    }

    /// <exception cref="Win32Exception">This user may not run the program.</exception>
    public Task<Finished> RunAsync(
        string program, IEnumerable<string> arguments, string? workingFolder = null, string? data = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingFolder ?? Path.GetPathRoot(Path.GetFullPath(program)),
        };
        if (IsAnother)
        {
            start.UserName = Name;
        }

        // PGPORT, PGDATA and their like would reach the server as settings.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        if (data is not null)
        {
            start.Environment["PGDATA"] = data;
        }

        return RunAsync(start);
    }

    private static async Task<Finished> RunAsync(ProcessStartInfo start)
    {
        // On Windows the server would inherit the pipes and reading them would never end.
        start.RedirectStandardOutput = start.RedirectStandardError = !OperatingSystem.IsWindows();
        using var process = Process.Start(start)
            ?? throw new InvalidOperationException($"{start.FileName} did not start.");
        var lines = new List<string>();
        if (start.RedirectStandardOutput)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEndAsync();
            foreach (var text in await Task.WhenAll(output, error))
            {
                lines.AddRange(text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
            }
        }

        await process.WaitForExitAsync();
        return new Finished(process.ExitCode, lines);
    }

    private static string? Choose()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
        {
            return null;
        }

        var hasPostgres = File.Exists("/etc/passwd")
            && File.ReadLines("/etc/passwd").Any(line => line.StartsWith("postgres:", StringComparison.Ordinal));
        return hasPostgres ? "postgres" : "nobody";
    }
}
