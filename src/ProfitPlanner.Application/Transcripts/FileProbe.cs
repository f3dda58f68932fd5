using System.Buffers.Binary;
using System.Security.Cryptography;

namespace ProfitPlanner.Application.Transcripts;

/// <summary>
/// What a browser sends of a file to tell what it is and which: its beginning (a workbook's is all of it), then its end
/// and some samples between.
/// </summary>
/// <param name="Content">The beginning, followed by the rest.</param>
/// <param name="HeadLength">Of the beginning [bytes].</param>
public sealed record FileProbe(string Name, long Size, ReadOnlyMemory<byte> Content, int HeadLength)
{
    /// <summary>The longest beginning of a file that is no workbook [bytes].</summary>
    public const int LongestHead = 256 * 1024;

    public ReadOnlyMemory<byte> Head => Content[..HeadLength];

    /// <summary>Begins as a workbook does.</summary>
    internal bool IsWorkbook => Head.Span.StartsWith("PK\u0003\u0004"u8);

    /// <summary>Tells the same file, before all of it is read.</summary>
    internal byte[] Fingerprint()
    {
        Span<byte> size = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(size, Size);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(size);
        hash.AppendData(Content.Span);
        return hash.GetHashAndReset();
    }
}
