using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

public static class ListScenarios
{
    public enum Shelf
    {
        Active,
        Archived,
        Deleted,
    }

    [Requires(Permission.Read)]
    public sealed record Query(Shelf Shelf) : ITenantRequest<Result>;

    public sealed record Result(IReadOnlyList<Item> Items, bool MayEdit);

    public sealed record Item(Guid Id, Scenario Scenario, ProfitResult Profit, DateTimeOffset UpdatedAt, string UpdatedBy);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var stored = await On(request.Shelf, db.Scenarios.AsNoTracking())
                .OrderByDescending(s => s.UpdatedAt).ToListAsync(cancellationToken);
            var names = await db.NamesAsync(stored.Select(s => s.UpdatedBy), cancellationToken);
            return new Result(
                [.. stored.Select(s => new Item(s.Id, s.Content, s.Content.Evaluate(), s.UpdatedAt, names[s.UpdatedBy]))],
                db.Tenant.Role.May(Permission.EditScenarios));
        }

        private static IQueryable<StoredScenario> On(Shelf shelf, IQueryable<StoredScenario> scenarios) => shelf switch
        {
            Shelf.Deleted => scenarios.Where(s => s.DeletedAt != null),
            Shelf.Archived => scenarios.Where(s => s.DeletedAt == null && s.ArchivedAt != null),
            _ => scenarios.Where(s => s.DeletedAt == null && s.ArchivedAt == null),
        };
    }
}
