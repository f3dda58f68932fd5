using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts;

/// <summary>Takes what an analyst says of a file's columns, and lets the import begin.</summary>
public static class ConfirmUpload
{
    /// <param name="Roles">Of each column.</param>
    /// <param name="Speakers">By <see cref="ProposedSpeaker.Key"/>.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid Id, IReadOnlyList<ColumnRole> Roles, IReadOnlyDictionary<string, Speaker> Speakers, Speaker Others, string? Source) : ITenantRequest<Result>;

    public enum Result
    {
        Confirmed = 1,

        /// <summary>It was confirmed, or has ended, in another window.</summary>
        NotProposed,

        /// <summary>The columns are not those of the file.</summary>
        OtherColumns,
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(x => x.Roles).Must(roles => roles.Contains(ColumnRole.Text)).WithErrorCode("NoText");
            RuleFor(x => x.Roles).Must(roles => roles.Where(role => !ColumnRoles.Several.Contains(role)).GroupBy(role => role).All(same => same.Count() == 1)).WithErrorCode("Twice");
            RuleFor(x => x.Roles).ForEach(role => role.IsInEnum());
            RuleFor(x => x.Source).NotEmpty().MaximumLength(SourceNames.Longest);
            RuleForEach(x => x.Speakers.Values).IsInEnum().OverridePropertyName("Speakers");
            RuleFor(x => x.Others).IsInEnum();
        }
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var upload = await db.UploadToChangeAsync(request.Id, cancellationToken);
            if (upload.State != UploadState.Proposed)
                return Result.NotProposed;
            var reading = FileReading.Of(upload.Reading);
            if (reading.Columns.Count != request.Roles.Count)
                return Result.OtherColumns;
            upload.Reading = (reading with
            {
                Columns = [.. reading.Columns.Select((column, i) => column with { Role = request.Roles[i] })],
                // Only of those that were proposed.
                Speakers = reading.Speakers.ToDictionary(speaker => speaker.Key, speaker => request.Speakers.GetValueOrDefault(speaker.Key, speaker.Value)),
                Others = request.Others,
            }).ToJson();
            upload.Source = request.Source!.Trim();
            upload.State = UploadState.Importing;
            upload.UpdatedAt = time.GetUtcNow();
            await db.SaveChangesAsync(cancellationToken);
            return Result.Confirmed;
        }
    }
}
