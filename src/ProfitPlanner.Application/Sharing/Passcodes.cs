using Microsoft.AspNetCore.Identity;
using ProfitPlanner.Data.Sharing;

namespace ProfitPlanner.Application.Sharing;

/// <summary>Passcodes of share links, kept as passwords are.</summary>
internal static class Passcodes
{
    public const int Shortest = 6;

    public const int Longest = 100;

    private static readonly PasswordHasher<ShareLink> Hasher = new();

    // Of no passcode at all: what there is none of takes as long to check.
    private static readonly string NobodysHash = HashOf(Guid.NewGuid().ToString());

    public static string HashOf(string passcode) => Hasher.HashPassword(null!, passcode);

    /// <summary>Whether the link asks for no passcode, or for this one; takes the same time for any link and for none.</summary>
    public static bool Check(ShareLink? link, string? passcode)
    {
        var typed = passcode is { Length: <= Longest } ? passcode : "";
        var result = Hasher.VerifyHashedPassword(null!, link?.PasscodeHash ?? NobodysHash, typed);
        return link is { PasscodeHash: null } || link is not null && result != PasswordVerificationResult.Failed;
    }
}
