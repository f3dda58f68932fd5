using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Sharing;

/// <summary>Closes a link for a while, or lets it go on.</summary>
public static class PauseShareLink
{
    [Requires(Permission.ShareDashboards)]
    public sealed record Command(Guid Id, bool IsPaused) : ITenantRequest<Unit>;

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            (await db.ValidLinkToChangeAsync(request.Id, cancellationToken)).IsPaused = request.IsPaused;
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
