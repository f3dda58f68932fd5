using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Transcripts;

/// <summary>What an upload has had of a conversation so far.</summary>
public sealed class UploadedConversation : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required Guid UploadId { get; init; }

    public required Guid ConversationId { get; init; }

    /// <summary>The number of the next turn that has none of its own in the file.</summary>
    public required int Turns { get; set; }

    /// <summary>Which placeholders stand for which values, as keyed hashes (JSON); null where nothing was masked, and once the upload has ended.</summary>
    public string? Masks { get; set; }
}
