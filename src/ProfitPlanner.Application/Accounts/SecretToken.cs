using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ProfitPlanner.Application.Accounts;

/// <summary>Secrets of links and cookies: nobody guesses one, and tables have nothing but its hash.</summary>
public static class SecretToken
{
    /// <summary>How long one is, as it stands in an address [characters].</summary>
    internal const int Length = 43;

    private const int Bytes = 32;

    /// <summary>256 random bits, as an address can hold them.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256 of a token: so many random bits need no slow hash.</summary>
    internal static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
