using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Evidence;

/// <summary>What somebody who sends evidence can choose from.</summary>
public static class ListEvidenceChoices
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Query : ITenantRequest<Result>;

    /// <param name="Scenarios">Those in use, the newest first.</param>
    /// <param name="Intents">That the current model has given, the most frequent first.</param>
    /// <param name="Segments">By name.</param>
    public sealed record Result(
        IReadOnlyList<Plan> Scenarios, IReadOnlyList<(NamedIntent Intent, long Conversations)> Intents, IReadOnlyList<MeasuredSignal.Group> Segments);

    /// <param name="Targets">Its numbers that evidence can speak of.</param>
    public sealed record Plan(Guid Id, Scenario Scenario, IReadOnlyList<EvidenceTarget> Targets);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var scenarios = await db.Scenarios.AsNoTracking().Where(each => each.DeletedAt == null && each.ArchivedAt == null)
                .OrderByDescending(each => each.UpdatedAt).ToListAsync(cancellationToken);
            var given = await db.ConversationIntents.Where(row => row.Intent != null && db.IntentModels.Any(model => model.Id == row.ModelId && model.IsCurrent))
                .GroupBy(row => row.Intent!).Select(group => new { group.Key, Count = group.LongCount() }).OrderByDescending(group => group.Count).ToListAsync(cancellationToken);
            var names = await IntentNames.ReadAsync(db, cancellationToken);
            return new Result(
                [.. scenarios.Select(stored => new Plan(stored.Id, stored.Content, EvidenceTarget.Of(stored.Content)))],
                [.. given.Select(group => (names[group.Key], group.Count))],
                await db.DemandSegments.OrderBy(segment => segment.Name).Select(segment => new MeasuredSignal.Group(segment.Id, segment.Name)).ToListAsync(cancellationToken));
        }
    }
}
