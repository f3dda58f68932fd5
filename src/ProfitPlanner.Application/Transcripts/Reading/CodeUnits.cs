using System.Buffers.Binary;

namespace ProfitPlanner.Application.Transcripts.Reading;

/// <summary>Steps through bytes so that the marks that divide records are found without decoding the rest.</summary>
internal interface ICodeUnits
{
    /// <summary>The unit at a place; a character of several bytes may be any value beyond ASCII.</summary>
    /// <param name="length">Its length [bytes]; 0 where some of its bytes are not there.</param>
    static abstract int Read(ReadOnlySpan<byte> bytes, int at, out int length);
}

/// <summary>UTF-8 and the encodings of one byte: no byte of a longer character is an ASCII one.</summary>
internal readonly struct ByteUnits : ICodeUnits
{
    public static int Read(ReadOnlySpan<byte> bytes, int at, out int length)
    {
        length = 1;
        return bytes[at];
    }
}

internal readonly struct LittleEndianUnits : ICodeUnits
{
    public static int Read(ReadOnlySpan<byte> bytes, int at, out int length)
    {
        length = at + 1 < bytes.Length ? 2 : 0;
        return length == 0 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
    }
}

internal readonly struct BigEndianUnits : ICodeUnits
{
    public static int Read(ReadOnlySpan<byte> bytes, int at, out int length)
    {
        length = at + 1 < bytes.Length ? 2 : 0;
        return length == 0 ? 0 : BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
    }
}

/// <summary>The second byte of a pair may look like a divider or a quote; a character of four bytes is two such pairs.</summary>
internal readonly struct Gb18030Units : ICodeUnits
{
    public static int Read(ReadOnlySpan<byte> bytes, int at, out int length)
    {
        length = 1;
        var first = bytes[at];
        if (first <= 0x80)
            return first;
        if (at + 1 == bytes.Length)
        {
            length = 0;
            return 0;
        }
        // Else it is no pair but a broken character, which must not swallow a line end.
        if (bytes[at + 1] >= 0x30)
            length = 2;
        return '\uFFFD';
    }
}
