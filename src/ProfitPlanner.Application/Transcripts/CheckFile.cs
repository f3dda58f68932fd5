using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Transcripts;

/// <summary>Whether a file that is chosen again is the one of an upload.</summary>
public static class CheckFile
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Query(Guid Id, FileProbe File) : ITenantRequest<bool>;

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, bool>
    {
        public async Task<bool> Handle(Query request, CancellationToken cancellationToken) =>
            (await db.UploadToReadAsync(request.Id, cancellationToken)).Fingerprint.AsSpan().SequenceEqual(request.File.Fingerprint());
    }
}
