using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Transcripts;

/// <summary>What somebody said at once, with personal data masked.</summary>
public sealed class Turn : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required Guid ConversationId { get; init; }

    /// <summary>
    /// Orders the turns of a conversation: the file's own number where it has one, with gaps where turns are missing;
    /// else counted from 0.
    /// </summary>
    public required int Number { get; init; }

    /// <summary>The file that brought it first.</summary>
    public required Guid UploadId { get; init; }

    public required Speaker Speaker { get; init; }

    public DateTimeOffset? At { get; init; }

    public required string Text { get; init; }

    /// <summary>What the file says the turn is about; null where it says nothing.</summary>
    public string? Label { get; init; }
}
