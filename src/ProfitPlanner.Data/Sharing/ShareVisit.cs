using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Sharing;

/// <summary>A visitor looked at a snapshot, without a long pause.</summary>
public sealed class ShareVisit : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid LinkId { get; init; }

    public required Guid VisitorId { get; init; }

    public required int Snapshot { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    /// <summary>How long each part was on a visible screen, by the part's name [seconds] (JSON).</summary>
    public string Parts { get; set; } = "{}";
}
