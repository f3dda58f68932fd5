using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Models;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Review;

/// <summary>The turn that a person is asked about next, in its conversation, or one that they name.</summary>
public static class NextToReview
{
    // What was labelled before that is like what was labelled since, mostly.
    private const int LabelledTexts = 500;

    // As many conversations as are held out: models are measured on labels that were not asked for because they are hard.
    private const int HeldOutEvery = 5;

    /// <param name="Turn">The one to show; null for the most useful.</param>
    /// <param name="Skipped">Not to be asked about again for now.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Query(ReviewFilter Filter, TurnKey? Turn, IReadOnlyCollection<TurnKey> Skipped) : ITenantRequest<Result>;

    /// <param name="Turn">Null where there is none, or none left.</param>
    /// <param name="Intents">To choose from, in their order.</param>
    /// <param name="IsClassified">Whether a model has looked at any turn yet.</param>
    /// <param name="Labels">Of everybody.</param>
    /// <param name="Mine">Those of whoever asks.</param>
    public sealed record Result(TurnToReview? Turn, IReadOnlyList<IntentChoice> Intents, bool IsClassified, int Labels, int Mine);

    public sealed record IntentChoice(string Key, string Name, string Description, IReadOnlyList<string> Examples);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var intents = await db.DefinedIntents.AsNoTracking().OrderBy(i => i.Place)
                .Select(i => new IntentChoice(i.Key, i.Name, i.Description, i.Examples)).ToListAsync(cancellationToken);
            var own = new OwnIntents(intents.Select(i => i.Key).ToHashSet());
            var model = await db.IntentModels.Where(m => m.IsCurrent).Select(m => (Guid?)m.Id).SingleOrDefaultAsync(cancellationToken);
            var counts = await db.Database.SqlQuery<Counts>(
                $"""
                select count(*)::int as labels, (count(*) filter (where person_id = {db.Tenant.PersonId}))::int as mine
                from turn_labels where organisation_id = {db.Tenant.OrganisationId}
                """).SingleAsync(cancellationToken);
            var (turn, usefulness) = request.Turn is { } named ? (named, null)
                : intents.Count == 0 ? ((TurnKey?)null, (Usefulness?)null)
                : request.Filter == ReviewFilter.New ? (model is { } current ? await NewAsync(current, request.Skipped, counts.Mine, cancellationToken) : (null, null))
                : (await OtherAsync(request, cancellationToken), null);
            return new Result(
                turn is { } key ? await TurnToReview.ReadAsync(db, key, model, own, usefulness, cancellationToken) : null,
                intents,
                turn is not null || (model is { } used && await db.TurnIntents.AnyAsync(t => t.ModelId == used, cancellationToken)),
                counts.Labels, counts.Mine);
        }

        // In an order by chance: so agreement is measured on all that was labelled, not on the hardest.
        private async Task<TurnKey?> OtherAsync(Query request, CancellationToken cancellationToken)
        {
            var most = request.Skipped.Count + 1;
            var turns = request.Filter == ReviewFilter.SecondOpinion
                ? await ReviewSample.SecondOpinionsAsync(db, most, cancellationToken)
                : await ReviewSample.DisagreementsAsync(db, most, cancellationToken);
            return turns.Where(turn => !request.Skipped.Contains(turn)).Select(turn => (TurnKey?)turn).FirstOrDefault();
        }

        private async Task<(TurnKey? Turn, Usefulness? Usefulness)> NewAsync(Guid model, IReadOnlyCollection<TurnKey> skipped, int mine, CancellationToken cancellationToken)
        {
            var unlabelled = ReviewRanking.WithoutDistance(await ReviewSample.Async(db, model, cancellationToken)).Where(r => !skipped.Contains(r.Candidate.Key))
                .ToLookup(r => HeldOut.Holds(r.Candidate.ConversationId));
            var (heldOut, others) = (unlabelled[true], unlabelled[false]);
            if (heldOut.Any() && ((mine + skipped.Count + 1) % HeldOutEvery == 0 || !others.Any()))
                return (ReviewRanking.ByChance(heldOut.Select(r => r.Candidate.Key)), null);
            var ranked = others.Take(ReviewRanking.TextsRead).ToList();
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

        private sealed record Counts(int Labels, int Mine);
    }
}
