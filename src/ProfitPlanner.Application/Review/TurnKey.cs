using System.Buffers.Text;
using System.Globalization;

namespace ProfitPlanner.Application.Review;

/// <summary>Which turn of which conversation; short enough for an address.</summary>
public readonly record struct TurnKey(Guid ConversationId, int Number)
{
    private const int GuidLength = 22;

    public override string ToString() => Base64Url.EncodeToString(ConversationId.ToByteArray()) + Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Reads what <see cref="ToString"/> wrote; null where it is none.</summary>
    public static TurnKey? Read(string? text)
    {
        if (text is not { Length: > GuidLength } || !int.TryParse(text.AsSpan(GuidLength), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return null;
        Span<byte> bytes = stackalloc byte[16];
        return Base64Url.TryDecodeFromChars(text.AsSpan(0, GuidLength), bytes, out var written) && written == bytes.Length ? new TurnKey(new Guid(bytes), number) : null;
    }
}
