using System.Text;
using System.Text.Unicode;

namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>Tells a file's encoding, and reads its bytes.</summary>
internal static class FileEncodings
{
    private static readonly UTF8Encoding StrictUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly Encoding Gb18030;
    private static readonly Encoding Windows1252;

    static FileEncodings()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Gb18030 = Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        Windows1252 = Encoding.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    public static Encoding Of(FileEncoding encoding) => encoding switch
    {
        FileEncoding.Utf16LittleEndian => LittleEndian,
        FileEncoding.Utf16BigEndian => BigEndian,
        FileEncoding.Gb18030 => Gb18030,
        FileEncoding.Windows1252 => Windows1252,
        _ => StrictUtf8,
    };

    /// <summary>By its mark, else by what the bytes can be.</summary>
    /// <param name="head">Its beginning, which may break off inside a character.</param>
    public static FileEncoding Recognise(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return FileEncoding.Utf16LittleEndian;
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return FileEncoding.Utf16BigEndian;
        if (WithoutMark(head) is { } unmarked)
            return unmarked;
        if (IsUtf8(head))
            return FileEncoding.Utf8;
        return IsMostlyPairs(head) ? FileEncoding.Gb18030 : FileEncoding.Windows1252;
    }

    /// <summary>Length of the mark with which some files begin [bytes].</summary>
    public static int MarkLength(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) ? 2
        : 0;

    /// <summary>Text as it can be stored: without NUL, which Postgres takes nowhere.</summary>
    /// <returns>Null where the bytes are no text in this encoding.</returns>
    public static string? Decode(FileEncoding encoding, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return WithoutNul(Of(encoding).GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public static string WithoutNul(string text) => text.Contains('\0', StringComparison.Ordinal) ? text.Replace("\0", "", StringComparison.Ordinal) : text;

    // UTF-16 of text in a Latin script, or with line ends and dividers in one, has a zero in every second byte often.
    private static FileEncoding? WithoutMark(ReadOnlySpan<byte> head)
    {
        int even = 0, odd = 0;
        for (var i = 0; i + 1 < head.Length; i += 2)
        {
            even += head[i] == 0 ? 1 : 0;
            odd += head[i + 1] == 0 ? 1 : 0;
        }
        var few = head.Length / 40;
        return odd > few && even <= odd / 10 ? FileEncoding.Utf16LittleEndian
            : even > few && odd <= even / 10 ? FileEncoding.Utf16BigEndian
            : null;
    }

    private static bool IsUtf8(ReadOnlySpan<byte> head)
    {
        // It may break off inside the last character.
        for (var cut = 0; cut < 4 && cut <= head.Length; cut++)
        {
            if (Utf8.IsValid(head[..^cut]))
                return true;
        }
        return false;
    }

    // Chinese stands in pairs of high bytes; an accented letter stands alone among low ones.
    private static bool IsMostlyPairs(ReadOnlySpan<byte> head)
    {
        int pairs = 0, alone = 0;
        for (var i = 0; i < head.Length; i++)
        {
            if (head[i] < 0x80)
                continue;
            if (i + 1 < head.Length && head[i + 1] >= 0x80)
            {
                pairs++;
                i++;
            }
            else
            {
                alone++;
            }
        }
        return pairs > 2 * alone;
    }
}
