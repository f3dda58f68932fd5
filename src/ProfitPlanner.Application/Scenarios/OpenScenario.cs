using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

public static class OpenScenario
{
    [Requires(Permission.Read)]
    public sealed record Query(Guid Id) : ITenantRequest<Result>;

    /// <param name="Revision">What the next save must name as its base.</param>
    public sealed record Result(
        Guid Id, Scenario Scenario, int Revision, int LatestVersion, DateTimeOffset UpdatedAt, string UpdatedBy, bool IsArchived, bool MayEdit);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var stored = await db.ToReadAsync(request.Id, cancellationToken);
            var names = await db.NamesAsync([stored.UpdatedBy], cancellationToken);
            return new Result(stored.Id, stored.Content, stored.Revision, stored.LatestVersion, stored.UpdatedAt, names[stored.UpdatedBy],
                stored.ArchivedAt is not null, db.Tenant.Role.May(Permission.EditScenarios));
        }
    }
}
