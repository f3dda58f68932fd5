using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Organisations;

public static class FoundOrganisation
{
    public sealed record Command(string? Name) : IPersonRequest<Result>;

    public sealed record Result(string Slug);

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Name).IsName();
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = time.GetUtcNow();
            var organisation = await db.FoundAsync(request.Name!.Trim(), now, cancellationToken);
            db.Add(new Membership { OrganisationId = organisation.OrganisationId, PersonId = db.Tenant.PersonId, Role = Role.Owner, JoinedAt = now });
            await db.SaveChangesAsync(cancellationToken);
            return new Result(organisation.Slug);
        }
    }
}
