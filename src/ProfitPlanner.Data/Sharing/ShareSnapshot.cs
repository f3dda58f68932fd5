using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Sharing;

/// <summary>What was published under a link at one moment, never changed afterwards.</summary>
public sealed class ShareSnapshot : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required Guid LinkId { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    /// <summary>A DashboardContent, to the letter as it was hashed: text and not jsonb, which would rewrite it.</summary>
    public required string Content { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/> in UTF-8.</summary>
    public required byte[] Hash { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required Guid PublishedBy { get; init; }
}
