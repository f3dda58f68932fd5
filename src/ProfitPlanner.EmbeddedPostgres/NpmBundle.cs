using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ProfitPlanner.EmbeddedPostgres;

/// <summary>The npm package with the binaries of this platform, in the node_modules folder of our build.</summary>
internal sealed class NpmBundle
{
    private readonly string _folder;

    public NpmBundle(string nodeModules)
    {
        _folder = Path.Combine(nodeModules, "@embedded-postgres", Platform);
    }

    public static string Package => $"@embedded-postgres/{Platform}";

    public string BinFolder => Path.Combine(_folder, "native", "bin");

    private static string Platform { get; } =
        (OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : "linux")
        + (RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "-arm64" : "-x64");

    /// <summary>Null when the library was built without one.</summary>
    public static NpmBundle? OfThisBuild() =>
        typeof(NpmBundle).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "EmbeddedPostgres.NodeModules")?.Value is { Length: > 0 } modules
            ? new NpmBundle(modules)
            : null;

    /// <summary>
    /// An npm package cannot hold symbolic links; a list beside the files says which ones the libraries need.
    /// The package would make them by an install script, which our build does not run.
    /// </summary>
    public void ReplayLinks()
    {
        var list = Path.Combine(_folder, "native", "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        using var json = JsonDocument.Parse(File.ReadAllBytes(list));
        foreach (var link in json.RootElement.EnumerateArray())
        {
            var target = Path.Combine(_folder, link.GetProperty("source").GetString()!);
            var path = Path.Combine(_folder, link.GetProperty("target").GetString()!);
            if (File.Exists(path))
            {
                continue;
            }

            try
            {
                File.CreateSymbolicLink(path, Path.GetRelativePath(Path.GetDirectoryName(path)!, target));
            }
            catch (IOException) when (File.Exists(path))
            {
                // Another program did it at the same moment.
            }
        }
    }

    /// <summary>Copies the binaries to where the server's user can run them, once for each version; returns their bin folder.</summary>
    public async Task<string> CopyAsync(string binaries, ServerUser user)
    {
        using var package = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(_folder, "package.json")));
        var home = Path.Combine(binaries, package.RootElement.GetProperty("version").GetString()!);
        if (!Directory.Exists(home))
        {
            var unfinished = $"{home}.{Guid.NewGuid():N}";
            CopyFolder(Path.Combine(_folder, "native"), unfinished);
            await user.OwnAsync(binaries);
            Directory.Move(unfinished, home);
        }

        return Path.Combine(home, "bin");
    }

    private static void CopyFolder(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos())
        {
            var copy = Path.Combine(to, entry.Name);
            if (entry.LinkTarget is { } target)
            {
                File.CreateSymbolicLink(copy, target);
            }
            else if (entry is FileInfo file)
            {
                file.CopyTo(copy);
            }
            else
            {
                CopyFolder(entry.FullName, copy);
            }
        }
    }
}
