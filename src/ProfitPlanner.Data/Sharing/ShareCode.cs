using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Sharing;

/// <summary>A code that was mailed to an address of a link's list, and opens the door once.</summary>
public sealed class ShareCode : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid LinkId { get; init; }

    public required string Email { get; init; }

    public required byte[] CodeHash { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Wrong codes given for it.</summary>
    public int Attempts { get; set; }
}
