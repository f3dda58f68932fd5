using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts;

/// <summary>How far an upload is.</summary>
/// <param name="Position">[bytes] of <paramref name="FileSize"/>.</param>
/// <param name="Known">Turns that were there already.</param>
/// <param name="HasRoom">The organisation may keep more turns.</param>
public sealed record UploadStatus(
    Guid Id, string FileName, long FileSize, UploadFormat Format, UploadState State, string Source, long Position,
    long Records, long Turns, long Known, long Conversations, long Rejected, string CreatedBy, DateTimeOffset CreatedAt, bool HasRoom = true)
{
    /// <summary>The job by which a model reads what has come of it; null where there is none yet, and where nobody asked.</summary>
    public JobReport? Reading { get; init; }

    /// <summary>How much is done [1]; null where nobody knows, as in a workbook.</summary>
    public double? Progress => State == UploadState.Done ? 1 : Format == UploadFormat.Workbook || FileSize == 0 ? null : (double)Position / FileSize;

    internal static UploadStatus Of(Upload upload, string createdBy, bool hasRoom = true) => new(
        upload.Id, upload.FileName, upload.FileSize, upload.Format, upload.State, upload.Source, upload.Position,
        upload.Records, upload.Turns, Resumption.Of(upload.Resumption).Known, upload.Conversations, upload.Rejected, createdBy, upload.CreatedAt, hasRoom);
}
