using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts;

internal static class UploadQueries
{
    private static readonly TimeSpan LongestProposal = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(30);
    private static readonly TimeSpan LongestForgetting = TimeSpan.FromMinutes(15);

    private static readonly UploadState[] Open = [UploadState.Proposed, UploadState.Importing, UploadState.Paused];

    /// <summary>Loads an upload and holds its row until the transaction ends, so that two windows take turns.</summary>
    /// <exception cref="NotFoundException">There is none in this organisation.</exception>
    public static async Task<Upload> UploadToChangeAsync(this PlannerDb db, Guid id, CancellationToken cancellationToken)
    {
        var upload = await db.Uploads.FromSql($"select * from uploads where id = {id} for update").SingleOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException();
        // One scope may import part after part: what it knew of the row may be older than the lock.
        await db.Entry(upload).ReloadAsync(cancellationToken);
        return upload;
    }

    /// <exception cref="NotFoundException">There is none in this organisation.</exception>
    public static async Task<Upload> UploadToReadAsync(this PlannerDb db, Guid id, CancellationToken cancellationToken) =>
        await db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellationToken) ?? throw new NotFoundException();

    /// <summary>Uploads that have not ended.</summary>
    public static IQueryable<Upload> OpenUploads(this PlannerDb db) => db.Uploads.Where(u => Open.Contains(u.State));

    /// <summary>Turns that the organisation keeps.</summary>
    public static async Task<long> KeptTurnsAsync(this PlannerDb db, CancellationToken cancellationToken) =>
        await db.Uploads.SumAsync(u => u.Turns, cancellationToken);

    /// <summary>
    /// Has what came of an upload classified, once nothing more is coming: the model would otherwise share the memory and
    /// the processors with the import, and demand would be counted again and again.
    /// </summary>
    public static async Task ClassifyAsync(this JobQueue jobs, Upload upload, CancellationToken cancellationToken)
    {
        if (upload.Turns > 0)
            await jobs.WaitingOrNewAsync(JobKind.Classify, upload.Id, cancellationToken);
    }

    /// <summary>Deletes proposals that nobody has confirmed, and cancels imports that nobody has gone on with.</summary>
    public static async Task EndForgottenAsync(this PlannerDb db, JobQueue jobs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (proposed, imported) = (now - LongestProposal, now - LongestPause);
        await db.Uploads.Where(u => u.State == UploadState.Proposed && u.UpdatedAt < proposed).ExecuteDeleteAsync(cancellationToken);
        var forgotten = await db.Uploads
            .FromSql($"select * from uploads where state in ({nameof(UploadState.Importing)}, {nameof(UploadState.Paused)}) and updated_at < {imported} for update skip locked")
            .ToListAsync(cancellationToken);
        foreach (var upload in forgotten)
        {
            (upload.State, upload.UpdatedAt) = (UploadState.Cancelled, now);
            await db.ForgetMasksAsync(upload, cancellationToken);
            await jobs.ClassifyAsync(upload, cancellationToken);
        }
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>What was masked can be told by nobody any more.</summary>
    public static async Task ForgetMasksAsync(this PlannerDb db, Upload upload, CancellationToken cancellationToken)
    {
        upload.MaskKey = null;
        upload.Reading = (FileReading.Of(upload.Reading) with { WayKey = null }).ToJson();
        // Of millions of conversations, perhaps, and nothing may keep the upload from ending.
        db.Database.SetCommandTimeout(LongestForgetting);
        await db.UploadedConversations.Where(u => u.UploadId == upload.Id && u.Masks != null)
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.Masks, (string?)null), cancellationToken);
    }
}
