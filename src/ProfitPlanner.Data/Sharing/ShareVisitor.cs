using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Sharing;

/// <summary>One browser, or one signed-in person, at one link.</summary>
public sealed class ShareVisitor : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid LinkId { get; init; }

    /// <summary>SHA-256 of the key in the browser's cookie.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>Proven by a code or by an account; null where the link asks for none.</summary>
    public string? Email { get; set; }

    /// <summary>When the door was last passed.</summary>
    public required DateTimeOffset AdmittedAt { get; set; }
}
