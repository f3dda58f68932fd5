using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Sharing;

/// <summary>Closes a link at once and for good. What was published and who looked stays on record.</summary>
public static class RevokeShareLink
{
    [Requires(Permission.ShareDashboards)]
    public sealed record Command(Guid Id) : ITenantRequest<Unit>;

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            (await db.LinkToChangeAsync(request.Id, cancellationToken)).RevokedAt ??= time.GetUtcNow();
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
