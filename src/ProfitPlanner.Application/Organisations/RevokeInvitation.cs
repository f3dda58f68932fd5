using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Organisations;

/// <summary>Makes an invitation's link lead nowhere. Revoking one that is gone already is harmless.</summary>
public static class RevokeInvitation
{
    [Requires(Permission.ManagePeople)]
    public sealed record Command(Guid Id) : ITenantRequest<Unit>;

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.Invitations.Where(i => i.Id == request.Id && i.AcceptedBy == null).ExecuteDeleteAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
