using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ProfitPlanner.EmbeddedPostgres;

/// <summary>The names inside a cluster's folder.</summary>
internal sealed class ClusterFolder
{
    // sockaddr_un holds 104 to 108 bytes; the file in the folder is called .s.PGSQL.5432.
    private const int LongestSocketPath = 100;
    private const long LargestLog = 1024 * 1024;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly ServerUser _server;

    private ClusterFolder(string root, ServerUser server)
    {
        Root = root;
        _server = server;
    }

    public string Root { get; }
    public string Data => Path.Combine(Root, "data");
    public string Users => Path.Combine(Root, "users");
    public string Binaries => Path.Combine(Root, "binaries");
    public string LogFolder => Path.Combine(Root, "log");
    public string LogFile => Path.Combine(LogFolder, "postgres.log");
    public string PidFile => Path.Combine(Data, "postmaster.pid");

    /// <summary>There from just before the server is launched until it answers.</summary>
    public string StartingMark => Path.Combine(Root, "starting");

    /// <summary>Holds the generated password, on Windows only.</summary>
    public string PasswordFile => Path.Combine(Root, "password");

    /// <summary>
    /// Below the folder where its path is short and plain enough, else below the temporary folder.
    /// Connection strings and Postgres's own setting both read commas, colons and quotes.
    /// </summary>
    public string Socket
    {
        get
        {
            var own = Path.Combine(Root, "socket");
            if (Path.Combine(own, ".s.PGSQL.5432").Length <= LongestSocketPath && own.All(IsPlain))
            {
                return own;
            }

            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)))[..16];
            return Path.Combine(Path.GetTempPath(), "postgres-" + hash);
        }
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '_' or '-';

    /// <summary>Version of Postgres that made the data; null when there is none yet.</summary>
    public int? Major
    {
        get
        {
            var file = Path.Combine(Data, "PG_VERSION");
            return File.Exists(file) ? int.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture) : null;
        }
    }

    public static async Task<ClusterFolder> OpenAsync(string path, ServerUser server)
    {
        var root = Path.GetFullPath(path);
        var folder = new ClusterFolder(root, server);
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(folder.Users);
                return folder;
            }

            // Another user's server has to pass through to its data; it cannot list what is here.
            var mode = server.IsAnother ? OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : OwnerOnly;
            Directory.CreateDirectory(root, mode);
            if (server.IsAnother)
            {
                File.SetUnixFileMode(root, File.GetUnixFileMode(root) | mode);
            }

            Directory.CreateDirectory(folder.Users, OwnerOnly);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw folder.Closed(e);
        }

        if (!await server.MayEnterAsync(root))
        {
            throw new PostgresUnavailableException(
                $"Postgres does not run as root, and the user {server.Name} may not enter {root}; "
                + "choose a data folder outside root's home, such as one below /var/lib, or start as an ordinary user.");
        }

        return folder;
    }

    public PostgresUnavailableException Closed(Exception cause) =>
        new($"The data folder {Root} belongs to another user or cannot be written; start as its owner, or choose another folder.", cause);

    /// <summary>One start at a time; the lock goes with the process that holds it.</summary>
    public async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(
                    Path.Combine(Root, "start.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (UnauthorizedAccessException e)
            {
                throw Closed(e);
            }
            catch (IOException)
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }

    /// <summary>A folder that only the server's user may enter; on Unix that is all the authentication there is.</summary>
    public async Task MakePrivateAsync(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        // A link, or a folder of somebody else, may wait for us under a name that can be guessed.
        // Changing the mode fails for all but its owner.
        if (Directory.CreateDirectory(path, OwnerOnly).LinkTarget is not null)
        {
            throw new PostgresUnavailableException($"{path} is a link where a folder is needed; remove it.");
        }

        try
        {
            await _server.OwnAsync(path);
            File.SetUnixFileMode(path, OwnerOnly);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new PostgresUnavailableException($"{path} belongs to another user; remove it.", e);
        }
    }

    public void KeepLogSmall()
    {
        if (new FileInfo(LogFile) is { Exists: true, Length: > LargestLog })
        {
            File.Move(LogFile, LogFile + ".1", overwrite: true);
        }
    }

    /// <summary>What the server said since the log had this length [byte].</summary>
    public IReadOnlyList<string> LogSince(long length)
    {
        if (!File.Exists(LogFile))
        {
            return [];
        }

        using var log = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        log.Position = Math.Min(length, log.Length);
        using var reader = new StreamReader(log);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    public long LogLength => new FileInfo(LogFile) is { Exists: true } log ? log.Length : 0;
}
