using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

public static class CompareVersions
{
    [Requires(Permission.Read)]
    public sealed record Query(Guid Id, int From, int To) : ITenantRequest<Result>;

    public sealed record Result(Scenario Current, Version From, Version To, IReadOnlyList<ScenarioChange> Changes, bool MayEdit);

    public sealed record Version(int Number, DateTimeOffset SavedAt, string SavedBy, Scenario Scenario);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var stored = await db.ToReadAsync(request.Id, cancellationToken);
            var from = await db.VersionAsync(request.Id, request.From, cancellationToken);
            var to = await db.VersionAsync(request.Id, request.To, cancellationToken);
            var names = await db.NamesAsync([from.SavedBy, to.SavedBy], cancellationToken);
            return new Result(
                stored.Content,
                new Version(from.Number, from.SavedAt, names[from.SavedBy], from.Content),
                new Version(to.Number, to.SavedAt, names[to.SavedBy], to.Content),
                ScenarioDiff.Between(from.Content, to.Content), db.Tenant.Role.May(Permission.EditScenarios));
        }
    }
}
