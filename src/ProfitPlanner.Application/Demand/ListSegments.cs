using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Application.Demand;

/// <summary>The segments of one set with what their customers want, and what more could be divided by.</summary>
public static class ListSegments
{
    private const int Words = 8;
    private const int MostAttributes = 20;
    private const int Examples = 2;
    private const int LongestExample = 200;

    /// <param name="Set">Null for the newest.</param>
    [Requires(Permission.Read)]
    public sealed record Query(Guid? Set) : ITenantRequest<Result>;

    /// <param name="Conversations">That the model has read; 0 before there are any.</param>
    /// <param name="Attributes">That conversations have, the most frequent first.</param>
    /// <param name="Languages">ISO 639-1, likewise.</param>
    /// <param name="Intents">That anybody came for, the most wanted first.</param>
    public sealed record Result(
        long Conversations, IReadOnlyList<SegmentSet> Sets, SegmentSet? Set, IReadOnlyList<Item> Items, IReadOnlyList<string> Attributes,
        IReadOnlyList<string> Languages, IReadOnlyList<NamedIntent> Intents, bool IsCorrected, bool MayChange);

    /// <param name="Mentioned">The intent that its rule asks for; null where it asks for none.</param>
    /// <param name="Conversations">That the model has read.</param>
    /// <param name="Shares">By intent, none of these included.</param>
    /// <param name="Examples">What customers wrote; none for who may not read it.</param>
    public sealed record Item(
        KnownSegment Segment, NamedIntent? Mentioned, long Conversations, IReadOnlyDictionary<string, ShareEstimate> Shares, Mood Mood, IReadOnlyList<PriceWord> PriceWords,
        IReadOnlyList<string> Examples);

    /// <summary>Means over conversations, from −1 to 1; null where no sentiment is known.</summary>
    public sealed record Mood(double? First, double? Last, double? Mean);

    public sealed record PriceWord(string Word, long Conversations);

    internal sealed class Handler(PlannerDb db, ShareCorrections corrections, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var mayChange = db.Tenant.Role.May(Permission.WorkWithTranscripts);
            var sets = await SegmentSet.ReadAsync(db, cancellationToken);
            var set = SegmentSet.Find(sets, request.Set);
            if (await db.CurrentModelAsync(cancellationToken) is not { } model || await db.CountedAsync(model.Id, time.GetUtcNow(), cancellationToken) is null)
                return new(0, sets, set, [], [], [], [], false, mayChange);

            Guid[] ids = [.. set?.Segments.Select(segment => segment.Id) ?? []];
            var names = await IntentNames.ReadAsync(db, cancellationToken);
            var counts = await CountedShares.SumAsync(
                db, model.Id, [DemandCount.Everybody, .. ids], [DemandMeasure.Intent, DemandMeasure.PriceWord], null, null, cancellationToken);
            var known = await corrections.OfAsync(db, model.Id, cancellationToken);
            var moods = await MoodsAsync(model.Id, ids, cancellationToken);
            var shares = ids.ToDictionary(id => id, id => known.Estimate(counts.Intents(id)).ToDictionary(share => share.Label));
            var examples = await ExamplesAsync(model.Id, mayChange ? Wanted(shares) : [], cancellationToken);
            var intents = counts.Intents(DemandCount.Everybody).Where(each => each.Key != ConfusionCounts.None)
                .OrderByDescending(each => each.Value).ThenBy(each => each.Key, StringComparer.Ordinal).Select(each => names[each.Key]);
            return new(
                counts.Conversations(DemandCount.Everybody), sets, set,
                [
                    .. set?.Segments.Select(segment => new Item(
                        segment, segment.Rule is DrawnRule { Intent: { } mentioned } ? names[mentioned] : null, counts.Conversations(segment.Id), shares[segment.Id], moods.GetValueOrDefault(segment.Id) ?? new Mood(null, null, null),
                        [
                            .. counts.PriceWords(segment.Id).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)
                                .Take(Words).Select(word => new PriceWord(word.Key, word.Value)),
                        ],
                        [.. examples[segment.Id]])) ?? [],
                ],
                mayChange ? await AttributesAsync(cancellationToken) : [],
                mayChange ? await LanguagesAsync(cancellationToken) : [],
                [.. intents], known.Errors is not null, mayChange);
        }

        private static List<(Guid Segment, string Intent)> Wanted(Dictionary<Guid, Dictionary<string, ShareEstimate>> shares) =>
        [
            .. from segment in shares
               let most = segment.Value.Values.Where(share => share.Given > 0 && share.Label != ConfusionCounts.None).MaxBy(share => share.Corrected)
               where most is not null
               select (segment.Key, most.Label),
        ];

        private Task<Dictionary<Guid, Mood>> MoodsAsync(Guid model, Guid[] segments, CancellationToken cancellationToken) =>
            db.SegmentConversations.Where(member => segments.Contains(member.SegmentId))
                .Join(db.ConversationIntents.Where(intent => intent.ModelId == model), member => member.ConversationId, intent => intent.ConversationId,
                    (member, intent) => new { member.SegmentId, intent.FirstSentiment, intent.LastSentiment, intent.Sentiment })
                .GroupBy(each => each.SegmentId)
                .Select(all => new
                {
                    Segment = all.Key,
                    First = all.Average(each => (double?)each.FirstSentiment),
                    Last = all.Average(each => (double?)each.LastSentiment),
                    Mean = all.Average(each => (double?)each.Sentiment),
                })
                .ToDictionaryAsync(each => each.Segment, each => new Mood(each.First, each.Last, each.Mean), cancellationToken);

        // Of those who came for what the segment wants most; short enough to read at a glance.
        private async Task<ILookup<Guid, string>> ExamplesAsync(Guid model, IReadOnlyList<(Guid Segment, string Intent)> wanted, CancellationToken cancellationToken)
        {
            var (segments, intents) = (wanted.Select(each => each.Segment).ToArray(), wanted.Select(each => each.Intent).ToArray());
            var rows = await db.Database.SqlQuery<ExampleRow>(
                $"""
                select s.id as segment, e.text from unnest({segments}, {intents}) as s(id, intent)
                cross join lateral (
                  select distinct c.text from (
                  select t.text from segment_conversations m
                  join turn_intents i on i.organisation_id = m.organisation_id and i.model_id = {model} and i.conversation_id = m.conversation_id and i.intent = s.intent
                  join turns t on t.organisation_id = i.organisation_id and t.conversation_id = i.conversation_id and t.number = i.number
                  where m.segment_id = s.id and length(t.text) <= {LongestExample}
                  limit {5 * Examples}) c
                  limit {Examples}) e
                """).ToListAsync(cancellationToken);
            return rows.ToLookup(row => row.Segment, row => row.Text);
        }

        private Task<List<string>> AttributesAsync(CancellationToken cancellationToken) =>
            db.Database.SqlQuery<string>(
                $"""
                select k.key as "Value" from conversations c cross join jsonb_object_keys(c.attributes) as k(key)
                group by k.key order by count(*) desc, k.key limit {MostAttributes}
                """).ToListAsync(cancellationToken);

        private Task<List<string>> LanguagesAsync(CancellationToken cancellationToken) =>
            db.Conversations.Where(conversation => conversation.Language != null)
                .GroupBy(conversation => conversation.Language!).OrderByDescending(all => all.Count()).Select(all => all.Key).ToListAsync(cancellationToken);
    }

    private sealed record ExampleRow(Guid Segment, string Text);
}
