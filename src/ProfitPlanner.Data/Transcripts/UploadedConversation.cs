using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Transcripts;

/// <summary>How many turns of a conversation an upload has had so far: the next one is numbered by it.</summary>
public sealed class UploadedConversation : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required Guid UploadId { get; init; }

    public required Guid ConversationId { get; init; }

    public required int Turns { get; set; }

    /// <summary>Which placeholders stand for which values, as keyed hashes (JSON); null where nothing was masked, and once the upload has ended.</summary>
    public string? Masks { get; set; }
}
