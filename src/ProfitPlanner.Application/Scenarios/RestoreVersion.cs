using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

/// <summary>Brings an earlier version back as the newest; the ones in between stay in the history.</summary>
public static class RestoreVersion
{
    [Requires(Permission.EditScenarios)]
    public sealed record Command(Guid Id, int Number) : ITenantRequest<Unit>;

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var stored = await db.ToChangeAsync(request.Id, cancellationToken);
            var version = await db.VersionAsync(request.Id, request.Number, cancellationToken);
            stored.Save(version.Content, await db.LatestVersionAsync(stored, cancellationToken), VersionCause.Restored,
                changedPath: null, editorId: Guid.Empty, db.Tenant.PersonId, time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
