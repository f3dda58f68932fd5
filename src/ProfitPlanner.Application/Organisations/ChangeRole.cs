using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Organisations;

public static class ChangeRole
{
    [Requires(Permission.ManagePeople)]
    public sealed record Command(Guid PersonId, Role Role) : ITenantRequest<Result>;

    public enum Result
    {
        Changed,

        /// <summary>Nobody would be left to manage the organisation.</summary>
        LastOwner,
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Role).IsInEnum().WithErrorCode("Missing");
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var members = await db.MembersToChangeAsync(Permission.ManagePeople, cancellationToken);
            var member = members.SingleOrDefault(m => m.PersonId == request.PersonId) ?? throw new NotFoundException();
            if (request.Role != Role.Owner && members.IsLastOwner(member))
                return Result.LastOwner;
            member.Role = request.Role;
            await db.SaveChangesAsync(cancellationToken);
            return Result.Changed;
        }
    }
}
