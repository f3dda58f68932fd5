using FluentValidation;
using MediatR;
using Microsoft.Extensions.Options;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts;

/// <summary>Pauses an upload, lets it go on, or ends it; one that has ended stays as it is.</summary>
public static class SteerUpload
{
    public enum Choice
    {
        Pause = 1,
        Resume,
        Cancel,
    }

    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid Id, Choice Choice) : ITenantRequest<UploadStatus>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Choice).IsInEnum();
    }

    internal sealed class Handler(PlannerDb db, JobQueue jobs, IOptions<TranscriptLimits> limits, TimeProvider time) : IRequestHandler<Command, UploadStatus>
    {
        public async Task<UploadStatus> Handle(Command request, CancellationToken cancellationToken)
        {
            var upload = await db.UploadToChangeAsync(request.Id, cancellationToken);
            var hasRoom = await db.KeptTurnsAsync(cancellationToken) < limits.Value.MostTurns;
            var state = (upload.State, request.Choice) switch
            {
                (UploadState.Importing, Choice.Pause) => UploadState.Paused,
                (UploadState.Paused, Choice.Resume) when hasRoom => UploadState.Importing,
                (UploadState.Importing or UploadState.Paused or UploadState.Proposed, Choice.Cancel) => UploadState.Cancelled,
                var (same, _) => same,
            };
            if (state == upload.State)
                return UploadStatus.Of(upload, "", hasRoom);
            upload.State = state;
            upload.UpdatedAt = time.GetUtcNow();
            if (state == UploadState.Cancelled)
                await db.ForgetMasksAsync(upload, cancellationToken);
            if (state is UploadState.Cancelled or UploadState.Paused)
                await jobs.ClassifyAsync(upload, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
            return UploadStatus.Of(upload, "", hasRoom);
        }
    }
}
