using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Transcripts;

/// <summary>
/// A file of conversations and how far it has been imported. The file itself is nowhere: whoever has it sends it from
/// <see cref="Position"/> on, and what a sent part holds is saved in one transaction with the new position.
/// </summary>
public sealed class Upload : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string FileName { get; init; }

    /// <summary>[bytes]</summary>
    public required long FileSize { get; init; }

    /// <summary>SHA-256 over size, beginning, end and samples of the file: tells the same file, before all of it is read.</summary>
    public required byte[] Fingerprint { get; init; }

    public required UploadFormat Format { get; init; }

    /// <summary>How the file is read: encoding, divider, which column is what (JSON).</summary>
    public required string Reading { get; set; }

    /// <summary>
    /// Whose conversation numbers these are: conversations of one number and one source are one, in whatever file.
    /// </summary>
    public required string Source { get; set; }

    public UploadState State { get; set; } = UploadState.Proposed;

    /// <summary>Where the first record begins that is not imported yet [bytes].</summary>
    public long Position { get; set; }

    /// <summary>What the reader must know to go on at <see cref="Position"/>: line, columns, depth (JSON). Nothing of the content.</summary>
    public string? Resumption { get; set; }

    /// <summary>Tells masked values apart while the upload goes on; null once it has ended: nobody can then guess what was masked.</summary>
    public byte[]? MaskKey { get; set; }

    public long Records { get; set; }

    public long Turns { get; set; }

    public long Conversations { get; set; }

    public long Rejected { get; set; }

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }
}
