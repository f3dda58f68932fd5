using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

public static class ListVersions
{
    public const int PageSize = 50;

    /// <param name="Page">1 is the newest.</param>
    [Requires(Permission.Read)]
    public sealed record Query(Guid Id, int Page = 1) : ITenantRequest<Result>;

    public sealed record Result(Scenario Scenario, IReadOnlyList<Item> Versions, int Total, bool MayEdit);

    /// <param name="Changes">Against the version before; empty for the first.</param>
    public sealed record Item(
        int Number, DateTimeOffset SavedAt, string SavedBy, VersionCause Cause, decimal Profit, Scenario Scenario, IReadOnlyList<ScenarioChange> Changes);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var stored = await db.ToReadAsync(request.Id, cancellationToken);
            // One more than the page shows: the oldest on it is compared with the one before.
            var newestFirst = await db.ScenarioVersions.AsNoTracking()
                .Where(v => v.ScenarioId == request.Id)
                .OrderByDescending(v => v.Number)
                .Skip((Math.Max(1, request.Page) - 1) * PageSize).Take(PageSize + 1)
                .ToListAsync(cancellationToken);
            var names = await db.NamesAsync(newestFirst.Select(v => v.SavedBy), cancellationToken);
            return new Result(
                stored.Content,
                [.. newestFirst.Take(PageSize).Select((v, i) => new Item(
                    v.Number, v.SavedAt, names[v.SavedBy], v.Cause, v.Content.Evaluate().Profit, v.Content,
                    i + 1 < newestFirst.Count ? ScenarioDiff.Between(newestFirst[i + 1].Content, v.Content) : []))],
                stored.LatestVersion, db.Tenant.Role.May(Permission.EditScenarios));
        }
    }
}
