using System.Security.Cryptography;
using System.Text;

namespace ProfitPlanner.Intents.Bundles;

/// <summary>Tells one content from another: SHA-256 as lower-case hexadecimal digits.</summary>
public static class Fingerprint
{
    /// <summary>Of a text.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>Of texts in their order, however many: they are never joined.</summary>
    public static string Of(IEnumerable<string> texts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var text in texts)
        {
            hash.AppendData(BitConverter.GetBytes(text.Length));
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Of a file.</summary>
    public static string OfFile(string path)
    {
        using var file = File.OpenRead(path);
        return Of(file);
    }

    /// <summary>Of all that is left of a stream.</summary>
    public static string Of(Stream stream) => Convert.ToHexStringLower(SHA256.HashData(stream));
}
