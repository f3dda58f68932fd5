using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Npgsql;

namespace ProfitPlanner.EmbeddedPostgres;

/// <summary>The server of one cluster folder: whether it answers, how it is made, started and reached.</summary>
internal sealed class PostgresServer(ClusterFolder folder, ServerUser user, bool durable)
{
    // Names the file in the socket folder; no port is opened.
    private const int SocketPort = 5432;

    /// <summary>Null where the socket folder is the lock.</summary>
    public string? Password => File.Exists(folder.PasswordFile) ? File.ReadAllText(folder.PasswordFile) : null;

    public NpgsqlConnectionStringBuilder ConnectionString(Postmaster postmaster, string database, string role) => new()
    {
        Host = OperatingSystem.IsWindows() ? "127.0.0.1" : postmaster.SocketFolder,
        Port = postmaster.Port,
        Database = database,
        Username = role,
        Password = Password,
        // Neither leaves the machine; both would cost a round trip for each connection.
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    };

    /// <summary>The running server, once it has answered a query; null when there is none.</summary>
    public async Task<Postmaster?> JoinAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (Postmaster.Read(folder.PidFile) is not { } postmaster)
            {
                return null;
            }

            if (!postmaster.Runs())
            {
                // Left by a kill -9. While the number belongs to another process, Postgres would not start.
                File.Delete(folder.PidFile);
                return null;
            }

            if (await AnswersAsync(postmaster, cancellationToken))
            {
                return postmaster;
            }

            await Task.Delay(50, cancellationToken);
        }
    }

    public async Task<Postmaster> StartAsync(PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        if (folder.Major is null)
        {
            await MakeAsync(binaries);
        }

        cancellationToken.ThrowIfCancellationRequested();
        await user.OwnAsync(folder.Data);
        await folder.MakePrivateAsync(folder.Socket);
        await folder.MakePrivateAsync(folder.LogFolder);
        folder.KeepLogSmall();
        await File.WriteAllTextAsync(folder.StartingMark, "", cancellationToken);
        try
        {
            await LaunchAsync(binaries, cancellationToken);
            return await JoinAsync(cancellationToken)
                ?? throw PostgresUnavailableException.With(
                    $"Postgres in {folder.Root} started and stopped again; see {folder.LogFile}.", folder.LogSince(0).TakeLast(10));
        }
        finally
        {
            File.Delete(folder.StartingMark);
        }
    }

    public async Task StopOnWindowsAsync()
    {
        if (Postmaster.Read(folder.PidFile) is { } postmaster && postmaster.Runs())
        {
            using var process = System.Diagnostics.Process.GetProcessById(postmaster.Pid);
            var bin = Path.GetDirectoryName(process.MainModule!.FileName)!;
            await user.RunAsync(Path.Combine(bin, "pg_ctl.exe"), ["stop", "-s", "-m", "fast"], folder.Root, folder.Data);
        }
    }

    /// <summary>initdb into a folder of another name, so that a start that is cut off leaves no half-made cluster.</summary>
    private async Task MakeAsync(PostgresBinaries binaries)
    {
        foreach (var unfinished in Directory.EnumerateDirectories(folder.Root, "data.*"))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        var making = $"{folder.Data}.{Guid.NewGuid():N}";
        await folder.MakePrivateAsync(making);
        List<string> arguments =
            ["--username", PostgresCluster.Superuser, "--encoding", "UTF8", "--no-instructions", .. Locale(binaries.Major)];
        if (!durable)
        {
            arguments.Add("--no-sync");
        }

        if (OperatingSystem.IsWindows())
        {
            await File.WriteAllTextAsync(folder.PasswordFile, RandomNumberGenerator.GetHexString(32));
            arguments.AddRange(["--auth", "scram-sha-256", "--pwfile", folder.PasswordFile]);
        }
        else
        {
            // Enough, because nobody else may enter the socket's folder and there is no port.
            arguments.AddRange(["--auth", "trust"]);
        }

        var finished = await user.RunAsync(binaries.Program("initdb"), arguments, folder.Root, making);
        if (finished.ExitCode != 0)
        {
            throw PostgresUnavailableException.With(
                $"initdb could not make a cluster in {folder.Root}; remove the cause below and start again.", finished.Lines.TakeLast(10));
        }

        Directory.Move(making, folder.Data);
    }

    // Code-point order and Unicode letters, the same on every machine; sorting for people is the application's.
    private static string[] Locale(int major) =>
        OperatingSystem.IsLinux() ? ["--locale", "C.UTF-8"]
        : major >= 17 ? ["--locale", "C", "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8"]
        : ["--locale", "C"];

    private async Task LaunchAsync(PostgresBinaries binaries, CancellationToken cancellationToken)
    {
        var options = string.Join(' ', Settings().Select(setting => $"-c {setting.Name}={setting.Value}"));
        // The folders are named by PGDATA and by a relative path, because pg_ctl quotes them badly for its shell.
        var log = Path.GetRelativePath(folder.Root, folder.LogFile);
        while (true)
        {
            var before = folder.LogLength;
            var finished = await user.RunAsync(
                binaries.Program("pg_ctl"), ["start", "-s", "-w", "-t", "120", "-l", log, "-o", options], folder.Root, folder.Data);
            if (finished.ExitCode == 0)
            {
                return;
            }

            var said = folder.LogSince(before);
            if (!said.Any(IsOldServerStillGoing))
            {
                throw PostgresUnavailableException.With(
                    $"Postgres {binaries.Major} did not start in {folder.Root}; remove the cause below and start again.",
                    finished.Lines.Concat(said).TakeLast(10));
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    private static bool IsComingOrGoing(PostgresException e) =>
        e.SqlState is PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown;

    /// <summary>After a kill -9 of the postmaster its children need a moment to notice.</summary>
    private static bool IsOldServerStillGoing(string line) =>
        line.Contains("shared memory block", StringComparison.Ordinal) || line.Contains("lock file", StringComparison.Ordinal);

    /// <summary>No value has a character that a shell would read: pg_ctl hands them to one.</summary>
    private IEnumerable<(string Name, string Value)> Settings()
    {
        if (OperatingSystem.IsWindows())
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            yield return ("listen_addresses", "127.0.0.1");
            yield return ("port", $"{((IPEndPoint)probe.LocalEndpoint).Port}");
        }
        else
        {
            yield return ("listen_addresses", "");
            yield return ("port", $"{SocketPort}");
            yield return ("unix_socket_directories", folder.Socket);
            yield return ("unix_socket_permissions", "0700");
        }

        yield return ("max_connections", "200");
        yield return ("timezone", "UTC");
        yield return ("log_timezone", "UTC");
        // The server's own fate only: a failed statement is its sender's to log, and may hold personal data.
        yield return ("log_min_messages", "log");
        yield return ("log_min_error_statement", "panic");
        yield return ("log_checkpoints", "off");
        if (!durable)
        {
            yield return ("fsync", "off");
            yield return ("full_page_writes", "off");
        }
    }

    private async Task<bool> AnswersAsync(Postmaster postmaster, CancellationToken cancellationToken)
    {
        var settings = ConnectionString(postmaster, "postgres", PostgresCluster.Superuser);
        settings.Pooling = false;
        settings.Timeout = 5;
        string? fsync;
        try
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("select current_setting('fsync')", connection);
            fsync = (string?)await command.ExecuteScalarAsync(cancellationToken);
        }
        catch (PostgresException e) when (!IsComingOrGoing(e))
        {
            throw new PostgresUnavailableException(
                $"Postgres in {folder.Root} runs but lets nobody in ({e.MessageText}); end the programs that use it and start again.", e);
        }
        catch (Exception e) when (e is NpgsqlException or SocketException or TimeoutException or IOException)
        {
            return false;
        }

        return fsync == "on" || !durable
            ? true
            : throw new PostgresUnavailableException(
                $"A test runs a server without crash safety in {folder.Root}; end it, or choose another data folder.");
    }
}
