using System.Runtime.Versioning;

namespace ProfitPlanner.EmbeddedPostgres.Tests;

/// <summary>What a test may have to ask of the machine that it runs on.</summary>
public static class Machine
{
    public const string NeedsUnix = "Unix sockets, file modes and signals are Unix's";
    public const string NeedsLinux = "setsid is Linux's";
    public const string NeedsRoot = "only root has to hand the server to another user";
    public const string NeedsBundle = "it needs root, and the npm bundle of this build";

    [UnsupportedOSPlatformGuard("windows")]
    public static bool IsUnix => !OperatingSystem.IsWindows();

    public static bool IsLinux => OperatingSystem.IsLinux();

    public static bool IsRoot => IsUnix && Environment.IsPrivilegedProcess;

    public static bool HasBundle => File.Exists(Path.Combine(NpmBundle.OfThisBuild()?.BinFolder ?? "", "postgres"));

    public static UnixFileMode? ModeOf(string path) => IsUnix ? File.GetUnixFileMode(path) : null;

    public static bool IsRootWithBundle => IsRoot && HasBundle;
}
