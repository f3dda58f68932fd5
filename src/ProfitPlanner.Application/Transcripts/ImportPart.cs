using FluentValidation;
using MediatR;
using Microsoft.Extensions.Options;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Application.Transcripts.Importing;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts;

/// <summary>
/// Imports what a part of an upload's file holds and moves its position behind it, in one transaction: whatever dies
/// meanwhile, nothing is lost and nothing is there twice.
/// </summary>
public static class ImportPart
{
    /// <summary>The longest part [bytes].</summary>
    public const int Longest = 8 * 1024 * 1024;

    /// <summary>The longest workbook, which has no parts [bytes].</summary>
    public const int LongestWorkbook = 64 * 1024 * 1024;

    /// <param name="Offset">Where the part begins; it is imported where that is the upload's position.</param>
    /// <param name="Content">A workbook's is all of it, each time.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid Id, long Offset, ReadOnlyMemory<byte> Content) : ITenantRequest<UploadStatus>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Offset).GreaterThanOrEqualTo(0);
    }

    internal sealed class Handler(PlannerDb db, IPersonalDataMask mask, JobQueue jobs, IOptions<TranscriptLimits> limits, TimeProvider time) : IRequestHandler<Command, UploadStatus>
    {
        public async Task<UploadStatus> Handle(Command request, CancellationToken cancellationToken)
        {
            var upload = await db.UploadToChangeAsync(request.Id, cancellationToken);
            if (upload.State != UploadState.Importing || request.Offset != upload.Position || !IsOf(upload, request))
                return UploadStatus.Of(upload, "");
            if (await db.KeptTurnsAsync(cancellationToken) >= limits.Value.MostTurns)
            {
                upload.State = UploadState.Paused;
                await jobs.ClassifyAsync(upload, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return UploadStatus.Of(upload, "", hasRoom: false);
            }

            var part = new PartReader(upload).Read(request.Content);
            var store = new PartStore(db, upload);
            await store.ContinueAsync(part, cancellationToken);
            new PartMasking(mask, upload.MaskKey!).Mask(part, cancellationToken);
            var added = await store.SaveAsync(part, cancellationToken);
            await MoveAsync(upload, part, added, cancellationToken);
            return UploadStatus.Of(upload, "");
        }

        private static bool IsOf(Upload upload, Command request) => upload.Format == UploadFormat.Workbook
            ? request.Content.Length == upload.FileSize
            : request.Content.Length <= Longest && request.Offset + request.Content.Length <= upload.FileSize;

        private async Task MoveAsync(Upload upload, ReadPart part, int added, CancellationToken cancellationToken)
        {
            upload.Position = part.Position;
            upload.Resumption = (part.Then with { Known = part.Then.Known + part.Turns.Count - added }).ToJson();
            upload.Records += part.Records;
            upload.Turns += added;
            upload.Conversations += part.Conversations.Count(conversation => !conversation.IsContinued);
            upload.Rejected += part.Rejected.Count;
            upload.UpdatedAt = time.GetUtcNow();
            if (part.IsEnd)
            {
                upload.State = UploadState.Done;
                await db.ForgetMasksAsync(upload, cancellationToken);
                await jobs.ClassifyAsync(upload, cancellationToken);
            }
            await db.SaveChangesAsync(cancellationToken);
        }
    }
}
