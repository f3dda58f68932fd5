using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Transcripts;

/// <summary>A record of an upload that could not be read. What stands in it is not kept: nobody has masked it.</summary>
public sealed class RejectedRecord : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public required Guid UploadId { get; init; }

    /// <summary>Counts from 1.</summary>
    public required long Line { get; init; }

    /// <summary>Names the sentence that says what is wrong.</summary>
    public required string Reason { get; init; }
}
