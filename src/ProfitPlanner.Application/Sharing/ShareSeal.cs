using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using ProfitPlanner.Application.Accounts;

namespace ProfitPlanner.Application.Sharing;

/// <summary>
/// Addresses of dashboards for a person who is signed in: a link's own token is nowhere to be had, so the portfolio gives
/// out one that says, sealed, which link it is and for whom.
/// </summary>
internal sealed class ShareSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("ProfitPlanner.Sharing");

    public string Seal(Guid organisationId, Guid linkId, Guid personId) => _protector.Protect($"{organisationId}:{linkId}:{personId}");

    /// <returns>Null where it is not one of ours.</returns>
    public Sealed? Open(string token)
    {
        // A link's own; a sealed one is much longer.
        if (token.Length <= SecretToken.Length)
            return null;
        try
        {
            var parts = _protector.Unprotect(token).Split(':');
            return new Sealed(Guid.Parse(parts[0]), Guid.Parse(parts[1]), Guid.Parse(parts[2]));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    internal sealed record Sealed(Guid OrganisationId, Guid LinkId, Guid PersonId);
}
