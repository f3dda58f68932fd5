using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Application.Demand;

/// <summary>What customers want: the share of each intent, of everybody and in each segment.</summary>
public static class OpenDemand
{
    /// <param name="From">First month; null for the first there is. Conversations without a time are left out where a month is given.</param>
    /// <param name="To">Last month.</param>
    /// <param name="Set">Whose segments are shown; null for the newest, <see cref="DemandCount.Everybody"/> for none.</param>
    [Requires(Permission.Read)]
    public sealed record Query(DateOnly? From, DateOnly? To, Guid? Set) : ITenantRequest<Result>;

    /// <param name="Uploaded">Conversations, read by a model or not.</param>
    /// <param name="Counted">Null before a model has read any.</param>
    public sealed record Result(CurrentModel? Model, JobProgress? Classifying, long Uploaded, bool MayRead, Counts? Counted);

    /// <param name="IsStale">Whether conversations have come or gone since.</param>
    /// <param name="IsCorrected">Whether the model's errors are known.</param>
    /// <param name="IsWeekly">Whether changes are dated by week.</param>
    /// <param name="First">Month of the first conversation with a time; null where none has one.</param>
    /// <param name="Intents">That anybody came for, the most wanted first; none of these is not among them.</param>
    /// <param name="Columns">Everybody, then each segment of the set.</param>
    /// <param name="Growth">What has grown most clearly; null where nothing has.</param>
    public sealed record Counts(
        DateTimeOffset At, long Conversations, long Classified, bool IsStale, bool IsCorrected, bool IsWeekly, DateOnly? First, DateOnly? Last, long Undated,
        IReadOnlyList<SegmentSet> Sets, SegmentSet? Set, IReadOnlyList<NamedIntent> Intents, IReadOnlyList<Column> Columns, Growth? Growth)
    {
        public Column Everybody => Columns[0];
    }

    /// <param name="Name">Null of everybody.</param>
    /// <param name="Shares">By intent, the empty text for none of these.</param>
    public sealed record Column(Guid Segment, string? Name, long Conversations, IReadOnlyDictionary<string, ShareEstimate> Shares);

    /// <param name="Since">First day of the month or week.</param>
    public sealed record Growth(NamedIntent Intent, DateOnly Since, double Before, double After);

    internal sealed class Handler(PlannerDb db, ShareCorrections corrections, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var classifying = await db.ClassifyingAsync(cancellationToken);
            var mayRead = db.Tenant.Role.May(Permission.WorkWithTranscripts);
            if (await db.CurrentModelAsync(cancellationToken) is not { } model
                || await db.CountedAsync(model.Id, time.GetUtcNow(), cancellationToken) is not var (counted, isStale))
                return new(null, classifying, await db.Conversations.LongCountAsync(cancellationToken), mayRead, null);

            var sets = await SegmentSet.ReadAsync(db, cancellationToken);
            var set = request.Set == DemandCount.Everybody ? null : SegmentSet.Find(sets, request.Set);
            var span = await SpanAsync(model.Id, cancellationToken);
            var names = await IntentNames.ReadAsync(db, cancellationToken);
            IReadOnlyList<KnownSegment> segments = set?.Segments ?? [];
            var everybody = await CountedShares.ReadAsync(db, model.Id, DemandCount.Everybody, [DemandMeasure.Intent], request.From, request.To, cancellationToken);
            var others = await CountedShares.SumAsync(
                db, model.Id, [.. segments.Select(segment => segment.Id)], [DemandMeasure.Intent], request.From, request.To, cancellationToken);
            var shares = await corrections.OfAsync(db, model.Id, cancellationToken);
            Column Of(CountedShares counts, Guid segment, string? name) => new(
                segment, name, counts.Conversations(segment), shares.Estimate(counts.Intents(segment)).ToDictionary(share => share.Label));
            List<Column> columns = [Of(everybody, DemandCount.Everybody, null), .. segments.Select(segment => Of(others, segment.Id, segment.Name))];
            List<NamedIntent> intents =
            [
                .. columns[0].Shares.Values
                    .Where(share => share.Label != ConfusionCounts.None && columns.Any(column => column.Shares.TryGetValue(share.Label, out var own) && own.Given > 0))
                    .OrderByDescending(share => share.Corrected).ThenByDescending(share => share.Given).ThenBy(share => share.Label, StringComparer.Ordinal)
                    .Select(share => names[share.Label]),
            ];
            return new(model, classifying, counted.Conversations, mayRead, new Counts(
                counted.CountedAt, counted.Conversations, counted.Classified, isStale, shares.Errors is not null, counted.IsByDay, span?.First, span?.Last,
                everybody.Undated(DemandCount.Everybody), sets, set, intents, columns, Grown(everybody, counted.IsByDay, intents)));
        }

        private async Task<(DateOnly First, DateOnly Last)?> SpanAsync(Guid model, CancellationToken cancellationToken)
        {
            var dated = db.DemandCounts.Where(count =>
                count.ModelId == model && count.SegmentId == DemandCount.Everybody && count.Measure == DemandMeasure.Intent && count.Day != DemandCount.Undated);
            var span = await dated.GroupBy(_ => 1).Select(all => new { First = all.Min(count => count.Day), Last = all.Max(count => count.Day) })
                .SingleOrDefaultAsync(cancellationToken);
            return span is null ? null : (Months.Of(span.First), Months.Of(span.Last));
        }

        // Whose last level is higher than the one before: what had grown and fell back has not.
        private static Growth? Grown(CountedShares counts, bool isWeekly, IReadOnlyList<NamedIntent> intents)
        {
            var periods = counts.Periods(DemandCount.Everybody, DemandMeasure.Intent, isWeekly);
            long[] trials = [.. periods.Select(period => period.Keys.Values.Sum())];
            return intents
                .Select(intent => (Intent: intent, Change: ChangePoints.Of([.. periods.Select(period => period.Keys.GetValueOrDefault(intent.Key))], trials) is [.., var last] ? last : null))
                .Where(each => each.Change is { } change && change.After > change.Before)
                .OrderByDescending(each => each.Change!.LogLikelihoodGain)
                .Select(each => new Growth(each.Intent, periods[each.Change!.Index].Begin, each.Change.Before, each.Change.After))
                .FirstOrDefault();
        }
    }
}
