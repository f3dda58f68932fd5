using System.Security.Cryptography;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Application.Transcripts.Recognition;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts;

/// <summary>Finds out what a file is and proposes how to read it; the first rows are shown masked and kept nowhere.</summary>
public static class LookAtFile
{
    /// <param name="Upload">One that waits to be confirmed, to look at its file again; null for a new one.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid? Upload, FileProbe File, ReadAs ReadAs) : ITenantRequest<Result>;

    public abstract record Result
    {
        public sealed record Proposed(FileProposal Proposal) : Result;

        /// <param name="Limit">Where a limit is crossed: which.</param>
        public sealed record Refused(FileProblem Problem, long Limit = 0) : Result;

        /// <summary>The upload is of another file.</summary>
        public sealed record AnotherFile : Result;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(x => x.File.Name).NotEmpty();
            RuleFor(x => x.File.Size).GreaterThanOrEqualTo(0);
            RuleFor(x => x.File).Must(file => file.HeadLength >= 0 && file.HeadLength <= file.Content.Length && file.HeadLength <= file.Size && (file.HeadLength <= FileProbe.LongestHead || file.IsWorkbook));
        }
    }

    internal sealed class Handler(PlannerDb db, IPersonalDataMask mask, JobQueue jobs, IOptions<TranscriptLimits> limits, TimeProvider time) : IRequestHandler<Command, Result>
    {
        private const int LongestName = 260;

        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var file = request.File;
            var fingerprint = file.Fingerprint();
            var upload = request.Upload is { } id ? await db.UploadToChangeAsync(id, cancellationToken) : null;
            if (upload is not null && (upload.State != UploadState.Proposed || !upload.Fingerprint.AsSpan().SequenceEqual(fingerprint)))
                return new Result.AnotherFile();
            if (upload is null)
            {
                await db.EndForgottenAsync(jobs, time.GetUtcNow(), cancellationToken);
                if (await OverLimitAsync(file, cancellationToken) is { } over)
                    return over;
            }
            var recognised = FileRecognition.Of(file.Name, file.Head, file.HeadLength == file.Size, request.ReadAs);
            if (recognised.Problem is { } problem)
                return new Result.Refused(problem);
            if (IsPersonal(recognised.Reading, cancellationToken))
                return new Result.Refused(FileProblem.PersonalMember);

            // Somebody who looks twice has one proposal.
            upload ??= await db.Uploads.OrderBy(u => u.CreatedAt).FirstOrDefaultAsync(
                u => u.State == UploadState.Proposed && u.CreatedBy == db.Tenant.PersonId && u.Fingerprint == fingerprint && u.Format == recognised.Format, cancellationToken);
            if (upload is null || upload.Format != recognised.Format)
            {
                if (upload is not null)
                    db.Remove(upload);
                upload = New(file, fingerprint, recognised);
                db.Add(upload);
            }
            var preview = new FilePreview(mask, upload.MaskKey!, recognised, cancellationToken);
            upload.Reading = preview.Reading.ToJson();
            upload.UpdatedAt = time.GetUtcNow();
            await db.SaveChangesAsync(cancellationToken);
            var same = await db.Uploads.AsNoTracking()
                .Where(u => u.Fingerprint == fingerprint && u.Id != upload.Id && u.State != UploadState.Proposed)
                .OrderByDescending(u => u.CreatedAt).FirstOrDefaultAsync(cancellationToken);
            return new Result.Proposed(preview.Proposal(upload, same, await SourcesAsync(cancellationToken)));
        }

        private async Task<Result.Refused?> OverLimitAsync(FileProbe file, CancellationToken cancellationToken)
        {
            var most = limits.Value;
            if (file.Size > most.LargestFile)
                return new Result.Refused(FileProblem.TooLarge, most.LargestFile);
            if (file.Size > most.LargestWorkbook && file.IsWorkbook)
                return new Result.Refused(FileProblem.WorkbookTooLarge, most.LargestWorkbook);
            if (await db.OpenUploads().CountAsync(cancellationToken) >= most.MostOpenUploads)
                return new Result.Refused(FileProblem.TooManyUploads, most.MostOpenUploads);
            return await db.KeptTurnsAsync(cancellationToken) >= most.MostTurns ? new Result.Refused(FileProblem.NoRoom, most.MostTurns) : null;
        }

        private Task<List<string>> SourcesAsync(CancellationToken cancellationToken) =>
            db.Uploads.Where(u => u.State != UploadState.Proposed).Select(u => u.Source).Distinct().OrderBy(source => source).Take(50).ToListAsync(cancellationToken);

        // Members that lead to the records are kept as they are: {"+14155550123": […]} cannot be.
        private bool IsPersonal(FileReading reading, CancellationToken cancellationToken)
        {
            string[] members = [.. reading.ArrayPath.Append(reading.TurnsMember).OfType<string>().Where(member => !JsonRecognition.IsKnown(member))];
            return members.Length > 0 && mask.Mask([.. members.Select(member => new TurnToMask(member, null, new ConversationMasks([])))], cancellationToken).Any(FileNames.IsMasked);
        }

        private Upload New(FileProbe file, byte[] fingerprint, RecognisedFile recognised)
        {
            var key = RandomNumberGenerator.GetBytes(32);
            var name = FileNames.Masked(file.Name, recognised, new ConversationMasks(key)).CutTo(LongestName);
            var now = time.GetUtcNow();
            return new Upload
            {
                OrganisationId = db.Tenant.OrganisationId,
                FileName = name,
                FileSize = file.Size,
                Fingerprint = fingerprint,
                Format = recognised.Format,
                Reading = "{}",
                Source = SourceNames.Of(name, recognised.Format),
                MaskKey = key,
                CreatedBy = db.Tenant.PersonId,
                CreatedAt = now,
                UpdatedAt = now,
            };
        }
    }
}
