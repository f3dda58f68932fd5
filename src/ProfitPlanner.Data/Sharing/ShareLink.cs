using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Sharing;

/// <summary>A link that shows the latest <see cref="ShareSnapshot"/> published under it to whoever passes its door.</summary>
public sealed class ShareLink : ITenantOwned
{
    public const int LongestName = 100;

    public required Guid OrganisationId { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What the founder calls it, and the dashboard's title.</summary>
    public required string Name { get; set; }

    /// <summary>SHA-256 of the link's token; the token itself is nowhere but in the address that was given out.</summary>
    public required byte[] TokenHash { get; init; }

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public bool IsPaused { get; set; }

    /// <summary>Salted and slow; null where no passcode is asked for.</summary>
    public string? PasscodeHash { get; set; }

    /// <summary>In small letters; whoever opens the link proves one of them by a code. None asks nobody.</summary>
    public string[] Emails { get; set; } = [];

    /// <summary>Whoever passed the door before this passes it again: the passcode or the addresses changed.</summary>
    public DateTimeOffset? DoorChangedAt { get; set; }

    /// <summary>How many visits there may be; null for any number.</summary>
    public int? MostVisits { get; set; }

    public int Visits { get; set; }

    public bool AllowsDownloads { get; set; } = true;

    /// <summary>Whether the viewer's address stands across the page.</summary>
    public bool HasWatermark { get; set; }

    /// <summary>Name of the culture that the dashboard speaks.</summary>
    public required string Culture { get; set; }

    /// <summary>The number of the latest snapshot.</summary>
    public int LatestSnapshot { get; set; }
}
