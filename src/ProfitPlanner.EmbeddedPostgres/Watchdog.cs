using System.Diagnostics;
using System.Globalization;

namespace ProfitPlanner.EmbeddedPostgres;

/// <summary>
/// Our name in the list of those who use the server, and a child process that takes it off when we are
/// gone, however we went: its input is a pipe from us, and the kernel closes that in any case.
/// The last one to leave stops the server.
/// </summary>
internal sealed class Watchdog
{
    // A name is the process number, a dot and a random part; the file holds the time the process began,
    // because numbers are used again. Whoever leaves first marks that it is leaving and then looks who is
    // there; whoever comes first signs in and then looks who is leaving. So one of the two sees the other.
    private const string Script =
        """
        exec >/dev/null 2>&1
        trap '' INT TERM HUP QUIT
        users=$1 me=$2 data=$3 starting=$4 socket=$5 leaving=$1/leaving.$$
        began() { sed 's/.*) //' "/proc/$1/stat" | cut -d ' ' -f 20; }
        runs() { kill -0 "$1" && ! sed 's/.*) //' "/proc/$1/stat" | grep -q ^Z; }
        read -r _
        mv "$users/$me" "$leaving" || : >"$leaving"
        for file in "$users"/*; do
          name=${file##*/}
          case $name in leaving.*) continue ;; esac
          pid=${name%%.*}
          if runs "$pid" && [ "$(began "$pid")" = "$(cat "$file")" ]; then rm -f "$leaving"; exit; fi
          rm -f "$file"
        done
        n=0
        while [ -e "$starting" ] && [ ! -s "$data/postmaster.pid" ] && [ $n -lt 50 ]; do sleep 0.1; n=$((n + 1)); done
        pid=$(head -n 1 "$data/postmaster.pid")
        case $(cat "/proc/$pid/comm" || ps -o comm= -p "$pid") in
          *postgres)
            kill -INT "$pid"
            n=0
            while [ -e "$data/postmaster.pid" ] && runs "$pid" && [ $n -lt 1200 ]; do sleep 0.05; n=$((n + 1)); done
            rmdir "$socket" ;;
        esac
        rm -f "$starting" "$leaving"
        """;

    private const string SetSid = "/usr/bin/setsid";

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

    private readonly ClusterFolder _folder;
    private readonly string _name;
    private Process? _process;

    private Watchdog(ClusterFolder folder)
    {
        _folder = folder;
        _name = string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessId}.{Guid.NewGuid():N}");
        try
        {
            File.WriteAllText(Path.Combine(folder.Users, _name), Began(Environment.ProcessId));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw folder.Closed(e);
        }

        _process = Bark();
    }

    /// <summary>Comes before any other step of a start, so that there is no moment at which a crash leaves a server behind.</summary>
    public static Watchdog SignIn(ClusterFolder folder) => new(folder);

    /// <summary>A server that is being stopped must not be joined.</summary>
    public async Task WaitForLeaversAsync(CancellationToken cancellationToken)
    {
        foreach (var file in Directory.EnumerateFiles(_folder.Users, "leaving.*").ToList())
        {
            var pid = int.Parse(Path.GetExtension(file).AsSpan(1), CultureInfo.InvariantCulture);
            while (File.Exists(file) && IsThere(pid))
            {
                await Task.Delay(20, cancellationToken);
            }

            File.Delete(file);
        }
    }

    /// <summary>Signs out and, when nobody else has signed in, waits a while for the server to stop.</summary>
    public async Task LeaveAsync()
    {
        if (OperatingSystem.IsWindows())
        {
            File.Delete(Path.Combine(_folder.Users, _name));
            return;
        }

        // Somebody may have killed the watchdog; a fresh one finds its input closed and does the work.
        if (_process is null or { HasExited: true })
        {
            _process?.Dispose();
            _process = Bark();
        }

        using (_process)
        {
            _process!.StandardInput.Close();
            using var patience = new CancellationTokenSource(_patience);
            try
            {
                await _process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                // It goes on without us.
            }
        }
    }

    /// <summary>Others who signed in and still run; for Windows, which has no watchdog.</summary>
    public static bool AnyoneIn(ClusterFolder folder) =>
        Directory.EnumerateFiles(folder.Users)
            .Select(file => Path.GetFileName(file).Split('.')[0])
            .Any(pid => IsThere(int.Parse(pid, CultureInfo.InvariantCulture)));

    private Process? Bark()
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        // In a session of its own it also outlives a kill -9 of our whole process group. macOS has no such program.
        var setsid = File.Exists(SetSid) ? SetSid : null;
        string[] shell =
            ["/bin/sh", "-c", Script, "watchdog", _folder.Users, _name, _folder.Data, _folder.StartingMark, _folder.Socket];
        return Process.Start(new ProcessStartInfo(setsid ?? shell[0], setsid is null ? shell[1..] : shell)
        {
            RedirectStandardInput = true,
            WorkingDirectory = "/",
        });
    }

    /// <summary>When a process began [clock ticks since boot]; empty where the system does not say, as on macOS.</summary>
    private static string Began(int pid)
    {
        if (!OperatingSystem.IsLinux())
        {
            return "";
        }

        // The name in brackets may hold blanks; the twentieth field after it is the time.
        var stat = File.ReadAllText($"/proc/{pid}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[19];
    }

    private static bool IsThere(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            return !process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }
}
