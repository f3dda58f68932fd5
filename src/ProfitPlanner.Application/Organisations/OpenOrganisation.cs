using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Organisations;

/// <summary>Steps into the organisation that the address names; nobody but its members gets past this.</summary>
public static class OpenOrganisation
{
    [Requires(Permission.Read)]
    public sealed record Query : ITenantRequest<Result>;

    public sealed record Result(string Name, Role Role);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var organisation = await db.Organisations.SingleAsync(o => o.OrganisationId == db.Tenant.OrganisationId, cancellationToken);
            return new Result(organisation.Name, db.Tenant.Role);
        }
    }
}
