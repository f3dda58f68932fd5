using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Transcripts;

public static class ListUploads
{
    private const int Most = 200;

    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Query : ITenantRequest<Result>;

    /// <param name="Uploads">The newest first.</param>
    /// <param name="Turns">That the organisation keeps, of <paramref name="MostTurns"/>.</param>
    public sealed record Result(IReadOnlyList<UploadStatus> Uploads, long Turns, long MostTurns);

    internal sealed class Handler(PlannerDb db, IOptions<TranscriptLimits> limits) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var uploads = await db.Uploads.AsNoTracking().OrderByDescending(u => u.CreatedAt).Take(Most).ToListAsync(cancellationToken);
            var names = await db.NamesAsync(uploads.Select(u => u.CreatedBy), cancellationToken);
            return new Result([.. uploads.Select(u => UploadStatus.Of(u, names[u.CreatedBy]))], await db.KeptTurnsAsync(cancellationToken), limits.Value.MostTurns);
        }
    }
}
