using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Accounts;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Organisations;

/// <summary>Gives the organisation another name; its addresses stay.</summary>
public static class RenameOrganisation
{
    [Requires(Permission.ManagePeople)]
    public sealed record Command(string? Name) : ITenantRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Name).IsName();
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var organisation = await db.Organisations.SingleAsync(o => o.OrganisationId == db.Tenant.OrganisationId, cancellationToken);
            organisation.Name = request.Name!.Trim();
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
