using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Evidence;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Evidence;

/// <summary>Leaves the number as it is; the evidence stays in the list, with who declined it and when.</summary>
public static class DeclineEvidence
{
    /// <returns>Whether it was still to be decided.</returns>
    [Requires(Permission.EditScenarios)]
    public sealed record Command(Guid Id) : ITenantRequest<bool>;

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            var item = await db.Evidence.SingleOrDefaultAsync(each => each.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
            await db.ToChangeAsync(item.ScenarioId, cancellationToken);
            await db.Entry(item).ReloadAsync(cancellationToken);
            if (item.State != EvidenceState.Proposed)
                return false;
            (item.State, item.DecidedBy, item.DecidedAt) = (EvidenceState.Declined, db.Tenant.PersonId, time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
    }
}
