using System.CommandLine;
using System.Text;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Cli;

/// <summary>The argument that every calculation has, and the scenario that it names.</summary>
internal static class PlanFile
{
    // Far above any plan: 10,000 segments are about 3 MB.
    private const long MostBytes = 64L << 20;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Argument<string> Argument() => new("plan") { Description = "The plan file (JSON); - reads standard input." };

    /// <exception cref="InputException">It cannot be read or is no plan.</exception>
    public static Scenario Read(string path)
    {
        var name = path == "-" ? "standard input" : path;
        var reading = PlanJson.Read(Text(path, name));
        return reading.IsValid ? reading.Scenario : throw new InputException($"{name}: {reading.Error}");
    }

    private static string Text(string path, string name)
    {
        try
        {
            using var stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            var bytes = Bytes(stream, name).AsSpan();
            return Utf8.GetString(bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new InputException($"{name}: $: is not in UTF-8");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            var reason = Directory.Exists(path) ? "is a folder" : exception is FileNotFoundException or DirectoryNotFoundException ? "does not exist" : "cannot be read";
            throw new InputException($"{name}: {reason}");
        }
    }

    private static byte[] Bytes(Stream stream, string name)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (bytes.Length + read > MostBytes)
                throw new InputException($"{name}: is larger than 64 MB");
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }
}
