using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Transcripts;

/// <summary>What somebody said at once, with personal data masked.</summary>
public sealed class Turn : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required Guid ConversationId { get; init; }

    /// <summary>Counts from 0 within its conversation.</summary>
    public required int Number { get; init; }

    /// <summary>The file that brought it first.</summary>
    public required Guid UploadId { get; init; }

    public required Speaker Speaker { get; init; }

    public DateTimeOffset? At { get; init; }

    public required string Text { get; init; }

    /// <summary>What the file says the turn is about; null where it says nothing.</summary>
    public string? Label { get; init; }
}
