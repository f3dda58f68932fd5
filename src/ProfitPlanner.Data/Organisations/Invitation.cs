using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Organisations;

/// <summary>A link, mailed to one address, that makes whoever confirmed that address a member.</summary>
public sealed class Invitation : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Email { get; init; }

    public required Role Role { get; init; }

    /// <summary>SHA-256 of the link's token; the token itself is nowhere but in the mail.</summary>
    public required byte[] TokenHash { get; init; }

    public required Guid InvitedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Whom it made a member; to everybody else it is then no longer there.</summary>
    public Guid? AcceptedBy { get; set; }
}
