using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Organisations;

/// <summary>Ends one's own membership.</summary>
public static class LeaveOrganisation
{
    [Requires(Permission.Read)]
    public sealed record Command : ITenantRequest<Result>;

    public enum Result
    {
        Left,

        /// <summary>Nobody would be left to manage the organisation.</summary>
        LastOwner,
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var members = await db.MembersToChangeAsync(Permission.Read, cancellationToken);
            var me = members.Single(m => m.PersonId == db.Tenant.PersonId);
            if (members.IsLastOwner(me))
                return Result.LastOwner;
            db.Remove(me);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Left;
        }
    }
}
