using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Transcripts;

public static class OpenUpload
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Query(Guid Id) : ITenantRequest<UploadStatus>;

    internal sealed class Handler(PlannerDb db, IOptions<TranscriptLimits> limits, TimeProvider time) : IRequestHandler<Query, UploadStatus>
    {
        public async Task<UploadStatus> Handle(Query request, CancellationToken cancellationToken)
        {
            var upload = await db.UploadToReadAsync(request.Id, cancellationToken);
            var names = await db.NamesAsync([upload.CreatedBy], cancellationToken);
            var reading = await db.Jobs.AsNoTracking().Where(j => j.Kind == JobKind.Classify && j.Subject == upload.Id)
                .OrderByDescending(j => j.CreatedAt).FirstOrDefaultAsync(cancellationToken);
            return UploadStatus.Of(upload, names[upload.CreatedBy], await db.KeptTurnsAsync(cancellationToken) < limits.Value.MostTurns) with
            {
                Reading = reading is null ? null : JobReport.Of(reading, time.GetUtcNow()),
            };
        }
    }
}
