using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Evidence;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Evidence;

/// <summary>All evidence that was sent to a scenario: what waits first, then what was decided, the newest first.</summary>
public static class ListEvidence
{
    [Requires(Permission.Read)]
    public sealed record Query(Guid ScenarioId) : ITenantRequest<Result>;

    /// <param name="MayPropose">Whether the reader may work with transcripts.</param>
    public sealed record Result(IReadOnlyList<EvidenceEntry> Entries, bool MayPropose);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            await db.ToReadAsync(request.ScenarioId, cancellationToken);
            var items = await db.Evidence.AsNoTracking().Where(item => item.ScenarioId == request.ScenarioId)
                .OrderByDescending(item => item.ProposedAt).ToListAsync(cancellationToken);
            var names = await db.NamesAsync(items.SelectMany(EvidenceEntry.People), cancellationToken);
            return new Result(
                [.. items.OrderByDescending(item => item.State == EvidenceState.Proposed).Select(item => EvidenceEntry.Of(item, names))],
                db.Tenant.Role.May(Permission.WorkWithTranscripts));
        }
    }
}
