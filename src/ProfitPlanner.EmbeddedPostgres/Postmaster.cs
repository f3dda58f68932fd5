using System.Diagnostics;
using System.Globalization;

namespace ProfitPlanner.EmbeddedPostgres;

/// <summary>What <c>postmaster.pid</c> says about the server that wrote it, which may be long gone.</summary>
internal sealed record Postmaster(int Pid, int Port, string SocketFolder)
{
    /// <summary>Null when there is no such file, or the server has not finished writing it.</summary>
    public static Postmaster? Read(string pidFile)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(pidFile);
        }
        catch (IOException)
        {
            return null;
        }

        // Lines: pid, data folder, start time, port, socket folder, first TCP address, shared memory, state.
        return lines.Length >= 5
            && int.TryParse(lines[0], CultureInfo.InvariantCulture, out var pid)
            && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port)
            ? new Postmaster(pid, port, lines[4].Trim())
            : null;
    }

    /// <summary>
    /// Whether its process still runs. After a crash the number may belong to any program, or to a
    /// process that is dead but that nobody has waited for.
    /// </summary>
    public bool Runs()
    {
        try
        {
            using var process = Process.GetProcessById(Pid);
            return process.ProcessName == "postgres" && !IsZombie();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private bool IsZombie()
    {
        try
        {
            return OperatingSystem.IsLinux()
                && File.ReadAllText($"/proc/{Pid}/stat") is var stat
                && stat[(stat.LastIndexOf(')') + 2)..].StartsWith('Z');
        }
        catch (IOException)
        {
            return true;
        }
    }
}
