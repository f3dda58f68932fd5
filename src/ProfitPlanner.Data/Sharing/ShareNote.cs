using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Sharing;

/// <summary>What a viewer asks or remarks about a number, for the founder to read.</summary>
public sealed class ShareNote : ITenantOwned
{
    public const int LongestText = 2_000;

    public required Guid OrganisationId { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid LinkId { get; init; }

    public required Guid VisitorId { get; init; }

    public required int Snapshot { get; init; }

    /// <summary>Which of the snapshot's scenarios, from 0.</summary>
    public required int Scenario { get; init; }

    /// <summary>Which number or picture: its name on the dashboard; null for the whole.</summary>
    public string? Figure { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }

    public DateTimeOffset? ReadAt { get; set; }
}
