using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Organisations;

/// <summary>Ends a membership. What the person saved keeps their name.</summary>
public static class RemovePerson
{
    [Requires(Permission.ManagePeople)]
    public sealed record Command(Guid PersonId) : ITenantRequest<Result>;

    public enum Result
    {
        Removed,

        /// <summary>Nobody would be left to manage the organisation.</summary>
        LastOwner,
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var members = await db.MembersToChangeAsync(Permission.ManagePeople, cancellationToken);
            var member = members.SingleOrDefault(m => m.PersonId == request.PersonId) ?? throw new NotFoundException();
            if (members.IsLastOwner(member))
                return Result.LastOwner;
            db.Remove(member);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Removed;
        }
    }
}
