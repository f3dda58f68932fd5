using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Review;

/// <summary>The turn that a person is asked about next, in its conversation, or one that they name.</summary>
public static class NextToReview
{
    // What was labelled before that is like what was labelled since, mostly.
    private const int LabelledTexts = 1_000;

    /// <param name="Turn">The one to show; null for the most useful.</param>
    /// <param name="Skipped">Not to be asked about again for now.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Query(ReviewFilter Filter, TurnKey? Turn, IReadOnlyCollection<TurnKey> Skipped) : ITenantRequest<Result>;

    /// <param name="Turn">Null where there is none, or none left.</param>
    /// <param name="Intents">To choose from, in their order.</param>
    /// <param name="IsClassified">Whether a model has looked at any turn yet.</param>
    /// <param name="Labelled">Turns that anybody has labelled.</param>
    /// <param name="Mine">Labels of whoever asks.</param>
    /// <param name="ToSettle">Turns on which people do not agree.</param>
    public sealed record Result(TurnToReview? Turn, IReadOnlyList<IntentChoice> Intents, bool IsClassified, int Labelled, int Mine, int ToSettle);

    public sealed record IntentChoice(string Key, string Name, string Description, IReadOnlyList<string> Examples);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var intents = await db.DefinedIntents.AsNoTracking().OrderBy(i => i.Place)
                .Select(i => new IntentChoice(i.Key, i.Name, i.Description, i.Examples)).ToListAsync(cancellationToken);
            var own = new OwnIntents(intents.Select(i => i.Key).ToHashSet());
            var model = await db.IntentModels.Where(m => m.IsCurrent).Select(m => (Guid?)m.Id).SingleOrDefaultAsync(cancellationToken);
            var (turn, usefulness) = request.Turn is { } named ? (named, null)
                : model is { } current && intents.Count > 0 ? await BestAsync(current, request, cancellationToken)
                : ((TurnKey?)null, (Usefulness?)null);
            var counts = await db.Database.SqlQuery<Counts>(
                $"""
                select count(*)::int as labelled, coalesce(sum(mine), 0)::int as mine, (count(*) filter (where differs and not settled))::int as to_settle
                from (select count(*) filter (where l.person_id = {db.Tenant.PersonId}) as mine, count(distinct coalesce(l.intent, '')) > 1 as differs,
                    exists (select from settled_turns s where s.organisation_id = {db.Tenant.OrganisationId} and s.conversation_id = l.conversation_id and s.number = l.number) as settled
                  from turn_labels l where l.organisation_id = {db.Tenant.OrganisationId} group by l.conversation_id, l.number) t
                """).SingleAsync(cancellationToken);
            return new Result(
                turn is { } key ? await TurnToReview.ReadAsync(db, key, model, own, usefulness, cancellationToken) : null,
                intents,
                model is { } used && await db.TurnIntents.AnyAsync(t => t.ModelId == used, cancellationToken),
                counts.Labelled, counts.Mine, counts.ToSettle);
        }

        private async Task<(TurnKey? Turn, Usefulness? Usefulness)> BestAsync(Guid model, Query request, CancellationToken cancellationToken)
        {
            var sample = await ReviewSample.Async(db, model, request.Filter, cancellationToken);
            var skipped = request.Skipped.ToHashSet();
            if (request.Filter != ReviewFilter.New)
                // In the order of the sample, which is by chance: so agreement is measured on all that was labelled, not on the hardest.
                return (sample.Where(c => !skipped.Contains(c.Key)).Select(c => (TurnKey?)c.Key).FirstOrDefault(), null);

            var ranked = ReviewRanking.WithoutDistance(sample).Where(r => !skipped.Contains(r.Candidate.Key)).Take(ReviewRanking.TextsRead).ToList();
            if (ranked.Count == 0)
                return (null, null);
            var texts = await TextsAsync([.. ranked.Select(r => r.Candidate.Key)], cancellationToken);
            var distance = new WordDistance(await LabelledAsync(cancellationToken), texts.Values);
            return ReviewRanking.Best(ranked.Where(r => texts.ContainsKey(r.Candidate.Key)), key => distance.Of(texts[key])) is var (candidate, usefulness)
                ? (candidate.Key, usefulness) : (null, null);
        }

        private async Task<Dictionary<TurnKey, string>> TextsAsync(TurnKey[] keys, CancellationToken cancellationToken)
        {
            var (conversations, numbers) = (keys.Select(key => key.ConversationId).ToArray(), keys.Select(key => key.Number).ToArray());
            var texts = await db.Database.SqlQuery<Text>(
                $"""
                select t.conversation_id, t.number, t.text as content from unnest({conversations}, {numbers}) as k(conversation_id, number)
                join turns t on t.organisation_id = {db.Tenant.OrganisationId} and t.conversation_id = k.conversation_id and t.number = k.number
                """).ToListAsync(cancellationToken);
            return texts.ToDictionary(text => new TurnKey(text.ConversationId, text.Number), text => text.Content);
        }

        private Task<List<string>> LabelledAsync(CancellationToken cancellationToken) => db.Database.SqlQuery<string>(
            $"""
            select t.text as "Value"
            from (select distinct conversation_id, number from
                (select conversation_id, number from turn_labels where organisation_id = {db.Tenant.OrganisationId} order by labelled_at desc limit {LabelledTexts}) latest) l
            join turns t on t.organisation_id = {db.Tenant.OrganisationId} and t.conversation_id = l.conversation_id and t.number = l.number
            """).ToListAsync(cancellationToken);

        private sealed record Text(Guid ConversationId, int Number, string Content);

        private sealed record Counts(int Labelled, int Mine, int ToSettle);
    }
}
