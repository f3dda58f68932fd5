using System.IO.Compression;
using System.Text;

namespace ProfitPlanner.Intents.Training.DataSets;

/// <summary>Unlabelled texts, one a line, for pre-training. <see cref="DataFile.Of"/> has the file's fingerprint.</summary>
public static class TextLines
{
    /// <summary>Reads line by line; blank lines are passed over.</summary>
    /// <param name="path">A text in UTF-8; gzip where the name ends in .gz.</param>
    /// <exception cref="InvalidDataException">There is no such file; or, while reading, a sentence with the line that is wrong.</exception>
    public static IEnumerable<string> Read(string path)
    {
        // Now, not when the first line is asked for.
        DataFile.Open(path).Dispose();
        return Lines(path);
    }

    private static IEnumerable<string> Lines(string path)
    {
        var file = DataFile.Open(path);
        using var stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        for (var line = 1; Next(reader, path, line) is { } text; line++)
            if (!string.IsNullOrWhiteSpace(text))
                yield return text.Trim();
    }

    private static string? Next(StreamReader reader, string path, int line)
    {
        try
        {
            return reader.ReadLine();
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException($"{path}: at line {line} or soon after it, the text is not in UTF-8; save the file as UTF-8.", e);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{path}: at line {line} or soon after it, the file is broken or not gzip.", e);
        }
    }
}
