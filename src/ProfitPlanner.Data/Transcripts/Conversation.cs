using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Transcripts;

/// <summary>What one customer and support said to each other, with personal data masked.</summary>
public sealed class Conversation : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    /// <summary>Made of source and number, so that a conversation in two files is one.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its number where it comes from; null where it has none, or one that is personal data.</summary>
    public string? Number { get; init; }

    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>ISO 639-1 code of what the customer writes; null where it is not known.</summary>
    public string? Language { get; set; }

    /// <summary>What is known of the customer: plan, region, companySize, channel or a column's own name.</summary>
    public required Dictionary<string, string> Attributes { get; set; }

    public int Turns { get; set; }
}
