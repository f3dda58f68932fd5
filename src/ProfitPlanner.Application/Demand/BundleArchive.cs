using System.IO.Compression;

namespace ProfitPlanner.Application.Demand;

/// <summary>A bundle's folder as the zip file that is kept in the database.</summary>
internal static class BundleArchive
{
    // Far more than any bundle has; a zip file that claims less than it holds is broken off here.
    private const int MostFiles = 100;
    private const long MostBytes = 2L << 30;

    /// <summary>Packs a folder.</summary>
    public static byte[] Of(string folder)
    {
        using var packed = new MemoryStream();
        ZipFile.CreateFromDirectory(folder, packed, CompressionLevel.Optimal, includeBaseDirectory: false);
        return packed.ToArray();
    }

    /// <summary>Unpacks into a folder that nobody else may look into, and that is gone when <paramref name="read"/> returns.</summary>
    /// <exception cref="InvalidDataException">It is no zip file, or not one of a bundle.</exception>
    public static T Read<T>(byte[] zipped, Func<string, T> read)
    {
        var folder = Directory.CreateTempSubdirectory("profitplanner-model-").FullName;
        try
        {
            using var archive = new ZipArchive(new MemoryStream(zipped, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > MostFiles)
                throw new InvalidDataException($"The bundle has more than {MostFiles} files.");
            var left = MostBytes;
            foreach (var entry in archive.Entries.Where(entry => entry.Name.Length > 0))
                left = Unpack(entry, folder, left);
            return read(folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static long Unpack(ZipArchiveEntry entry, string folder, long left)
    {
        var path = Path.GetFullPath(Path.Combine(folder, entry.FullName));
        if (!path.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new InvalidDataException("The bundle has a file outside its folder.");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var packed = entry.Open();
        using var file = File.Create(path);
        var buffer = new byte[1 << 16];
        for (int read; (read = packed.Read(buffer)) > 0; left -= read)
        {
            if (read > left)
                throw new InvalidDataException("The bundle is larger than any.");
            file.Write(buffer, 0, read);
        }
        return left;
    }
}
