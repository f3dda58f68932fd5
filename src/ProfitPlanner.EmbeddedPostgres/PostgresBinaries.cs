using System.ComponentModel;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace ProfitPlanner.EmbeddedPostgres;

/// <summary>Somewhere that binaries may be; several folders where several versions may stand side by side.</summary>
internal sealed record BinaryPlace(string Name, IReadOnlyList<string> Folders, NpmBundle? Bundle = null);

/// <summary>A folder with a server that our user can run.</summary>
internal sealed partial record PostgresBinaries(string Folder, int Major)
{
    private const int OldestMajor = 15;

    // initdb and pg_ctl call the server by a shell, with its path between double quotes.
    private const string ReadByShells = "$`\"\\";

    public string Program(string name) => Path.Combine(Folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    /// <summary>Every place in the order in which it is asked.</summary>
    public static IReadOnlyList<BinaryPlace> Places(string? configured)
    {
        var places = new List<BinaryPlace>();
        if (!string.IsNullOrWhiteSpace(configured))
        {
            places.Add(new($"configured folder {configured}", [Path.GetFullPath(configured)]));
        }

        if (NpmBundle.OfThisBuild() is { } bundle)
        {
            places.Add(new($"npm package {NpmBundle.Package}, which the build restores where Node.js is installed", [bundle.BinFolder], bundle));
        }

        places.AddRange(Installed().Select(pattern => new BinaryPlace($"installed in {pattern}", Match(pattern))));
        places.Add(new("installed on the PATH", OnPath()));
        return places;
    }

    /// <summary>The first that fits: of the data's own major version or, for a new cluster, of any that is new enough.</summary>
    public static async Task<PostgresBinaries> FindAsync(
        IReadOnlyList<BinaryPlace> places, ClusterFolder folder, ServerUser user, ILogger logger)
    {
        var wanted = folder.Major;
        var tried = new List<string>();
        foreach (var place in places)
        {
            var findings = new List<string>();
            foreach (var bin in place.Folders)
            {
                var (binaries, finding) = await TryAsync(bin, place.Bundle, folder, user);
                if (binaries is not null && binaries.Major == (wanted ?? binaries.Major) && binaries.Major >= OldestMajor)
                {
                    logger.LogDebug("Taking Postgres {Major} from {Folder}", binaries.Major, binaries.Folder);
                    return binaries;
                }

                findings.Add(finding);
            }

            tried.Add($"{place.Name}: {(findings.Count == 0 ? "nothing there" : string.Join(", ", findings))}");
        }

        throw PostgresUnavailableException.With(
            wanted is { } major
                ? string.Create(CultureInfo.InvariantCulture, $"The data in {folder.Root} was made by Postgres {major}, and no Postgres {major} is to be had: install it, name the folder of its binaries, or start with another data folder.")
                : string.Create(CultureInfo.InvariantCulture, $"There is no Postgres to start: install Node.js and build again, or install PostgreSQL {OldestMajor} or later, or name the folder of its binaries."),
            tried.Prepend("Tried:"));
    }

    private static async Task<(PostgresBinaries? Binaries, string Finding)> TryAsync(
        string bin, NpmBundle? bundle, ClusterFolder folder, ServerUser user)
    {
        var binaries = new PostgresBinaries(bin, 0);
        if (!File.Exists(binaries.Program("postgres")) || !File.Exists(binaries.Program("initdb")) || !File.Exists(binaries.Program("pg_ctl")))
        {
            return (null, "nothing there");
        }

        try
        {
            bundle?.ReplayLinks();
            try
            {
                return await AskVersionAsync(binaries, user);
            }
            catch (Win32Exception) when (bundle is not null && user.IsAnother)
            {
                // The checkout is closed to the server's user, as it is below root's home.
                binaries = binaries with { Folder = await bundle.CopyAsync(folder.Binaries, user) };
                return await AskVersionAsync(binaries, user);
            }
        }
        catch (Exception e) when (e is Win32Exception or IOException or UnauthorizedAccessException)
        {
            return (null, $"cannot be run ({e.Message})");
        }
    }

    private static async Task<(PostgresBinaries? Binaries, string Finding)> AskVersionAsync(PostgresBinaries binaries, ServerUser user)
    {
        if (OperatingSystem.IsWindows())
        {
            var file = System.Diagnostics.FileVersionInfo.GetVersionInfo(binaries.Program("postgres"));
            return (binaries with { Major = file.FileMajorPart }, $"{file.FileVersion}");
        }

        if (binaries.Folder.AsSpan().ContainsAny(ReadByShells))
        {
            return (null, $"cannot be run from {binaries.Folder}, whose name has one of {ReadByShells}");
        }

        var answer = await user.RunAsync(binaries.Program("postgres"), ["--version"]);
        var said = string.Join(" ", answer.Lines);
        var version = Version().Match(said);
        return answer.ExitCode == 0 && version.Success
            ? (binaries with { Major = int.Parse(version.Groups[1].Value, CultureInfo.InvariantCulture) }, $"version {version.Value.Split(' ')[^1]}")
            : (null, $"cannot be run ({said})");
    }

    private static IEnumerable<string> Installed() =>
        OperatingSystem.IsWindows()
            ? [Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL", "*", "bin")]
            : OperatingSystem.IsMacOS()
                ? ["/opt/homebrew/opt/postgresql@*/bin", "/usr/local/opt/postgresql@*/bin"]
                : ["/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin"];

    /// <summary>Folders of a pattern with one star, newest version first.</summary>
    private static List<string> Match(string pattern)
    {
        var starred = Path.GetDirectoryName(pattern)!;
        var parent = Path.GetDirectoryName(starred)!;
        return !Directory.Exists(parent)
            ? []
            : [.. Directory.EnumerateDirectories(parent, Path.GetFileName(starred))
                .OrderByDescending(folder => int.TryParse(Digits().Match(Path.GetFileName(folder)).Value, CultureInfo.InvariantCulture, out var major) ? major : 0)
                .Select(folder => Path.Combine(folder, Path.GetFileName(pattern)))];
    }

    // Debian and Homebrew put links on the PATH; the other programs stand beside the link's target.
    private static List<string> OnPath() =>
        [.. (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .Select(folder => new FileInfo(new PostgresBinaries(folder, 0).Program("pg_ctl")))
            .Where(program => program.Exists)
            .Select(program => Path.GetDirectoryName((program.ResolveLinkTarget(returnFinalTarget: true) ?? program).FullName)!)
            .Distinct()];

    [GeneratedRegex(@"PostgreSQL\) (\d+)[.\w]*")]
    private static partial Regex Version();

    [GeneratedRegex(@"\d+$")]
    private static partial Regex Digits();
}
