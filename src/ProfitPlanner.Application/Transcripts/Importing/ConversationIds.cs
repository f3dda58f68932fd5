using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ProfitPlanner.Application.Transcripts.Importing;

/// <summary>Ids made of what a conversation is, so that the same one has the same id in every file and at every attempt.</summary>
internal static class ConversationIds
{
    /// <summary>By its number where it comes from.</summary>
    public static Guid Of(Guid organisation, string source, string number) => Of(organisation, $"number\n{source}\n{number}");

    /// <summary>Without a number: by where it stands in an upload.</summary>
    public static Guid Of(Guid organisation, Guid upload, long place) =>
        Of(organisation, string.Create(CultureInfo.InvariantCulture, $"place\n{upload}\n{place}"));

    private static Guid Of(Guid organisation, string what)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{organisation}\n{what}"), hash);
        // Version 8, the one of makers' own ways (RFC 9562).
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
