using System.Text;
using ProfitPlanner.Intents.Bundles;

namespace ProfitPlanner.Intents.Training.DataSets;

/// <summary>A file that a model was trained or chosen on.</summary>
/// <param name="Name">Its name, with the folders of its data set where those tell it from another; never the folders of a machine.</param>
/// <param name="Sha256">Of the file's bytes as they are stored, 64 lower-case hexadecimal digits.</param>
public sealed record DataFile(string Name, string Sha256)
{
    private const long Largest = 256L << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file through once for its fingerprint.</summary>
    /// <exception cref="InvalidDataException">There is no such file.</exception>
    public static DataFile Of(string path)
    {
        using var file = Open(path);
        return new DataFile(Path.GetFileName(path), Fingerprint.Of(file));
    }

    /// <summary>Opens a file that the user named.</summary>
    /// <exception cref="InvalidDataException">There is no such file.</exception>
    internal static FileStream Open(string path)
    {
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"{path}: there is no such file, or it may not be read.", e);
        }
    }

    /// <summary>Reads a file whole; what <paramref name="parse"/> finds wrong is told with the file's path.</summary>
    /// <param name="path">A text in UTF-8, with or without a byte order mark.</param>
    /// <param name="parse">Gets the text with \n between lines.</param>
    /// <exception cref="InvalidDataException">A sentence that says where.</exception>
    internal static T Read<T>(string path, Func<string, DataFile, T> parse)
    {
        var bytes = Bytes(path);
        try
        {
            return parse(Decode(bytes), new DataFile(Path.GetFileName(path), Fingerprint.Of(bytes)));
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: {e.Message}", e);
        }
    }

    // A pipe has no length.
    private static byte[] Bytes(string path)
    {
        using var file = Open(path);
        using var content = new MemoryStream();
        var part = new byte[1 << 16];
        for (int read; (read = file.Read(part)) > 0; content.Write(part, 0, read))
            if (content.Length + read > Largest)
                throw new InvalidDataException($"{path}: larger than {Largest >> 20} MiB; split it.");
        return content.ToArray();
    }

    private static string Decode(byte[] bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw new InvalidDataException("the text is in UTF-16; save it as UTF-8.");
        try
        {
            var text = Utf8.GetString(bytes).TrimStart('\uFEFF');
            return text.Contains('\0', StringComparison.Ordinal)
                ? throw new InvalidDataException("this is not a text file.")
                // No other: a line separator within a text, as pages have it, ends no row.
                : text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException($"line {bytes.AsSpan(0, e.Index).Count((byte)'\n') + 1} is not in UTF-8; save the file as UTF-8.", e);
        }
    }
}
