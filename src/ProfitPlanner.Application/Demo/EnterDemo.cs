using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Application.Demo;

/// <summary>Gives the id of a demo person without any password, in development alone.</summary>
public static class EnterDemo
{
    /// <param name="Key">Of one of <see cref="DemoOrganisation.People"/>.</param>
    public sealed record Query(string? Key) : IAnonymousRequest<Result>;

    public sealed record Result(Guid PersonId, string? Organisation);

    internal sealed class Handler(PlannerDb db, DemoSwitch demo) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            if (!demo.IsOn || DemoOrganisation.People.FirstOrDefault(p => p.Key == request.Key) is not { } demoPerson)
                throw new NotFoundException();
            var id = await db.People.Where(p => p.Email == demoPerson.Email).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException();
            await db.EnterAsync(id, cancellationToken);
            var slug = await db.Memberships.Where(m => m.PersonId == id).OrderBy(m => m.JoinedAt)
                .Join(db.Organisations, m => m.OrganisationId, o => o.OrganisationId, (m, o) => o.Slug)
                .FirstOrDefaultAsync(cancellationToken);
            return new Result(id, slug);
        }
    }
}
