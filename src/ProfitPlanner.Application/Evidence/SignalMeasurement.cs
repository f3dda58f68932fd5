using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Intents.Taxonomy;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Application.Evidence;

/// <summary>Measures demand from what the current model makes of the stored conversations: nobody can send a number of their own.</summary>
internal static class SignalMeasurement
{
    private const double DaysOfMonth = 365.25 / 12;

    /// <returns>Null where no model has read anything yet, or no conversation is meant.</returns>
    /// <exception cref="NotFoundException">The segment is not there.</exception>
    public static async Task<MeasuredSignal?> MeasureAsync(this PlannerDb db, SignalQuery query, ShareCorrections corrections, CancellationToken cancellationToken)
    {
        var segment = query.Segment is { } id
            ? await db.DemandSegments.Where(each => each.Id == id).Select(each => new MeasuredSignal.Group(each.Id, each.Name)).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException()
            : null;
        var model = await db.IntentModels.Where(each => each.IsCurrent).Select(each => new { each.Id, each.Number }).SingleOrDefaultAsync(cancellationToken);
        if (model is null)
            return null;

        var meant = Meant(db, model.Id, query);
        var intents = query.Intents.Distinct().ToArray();
        var counts = await meant.GroupBy(row => row.Intent.Intent)
            .Select(group => new { group.Key, Count = group.LongCount(), Price = group.LongCount(row => row.Intent.PriceWords.Length > 0) }).ToListAsync(cancellationToken);
        if (counts.Count == 0)
            return null;
        var given = counts.ToDictionary(group => group.Key ?? ConfusionCounts.None, group => group.Count);
        var span = await meant.Where(row => row.StartedAt != null).GroupBy(_ => 1)
            .Select(all => new { First = all.Min(row => row.StartedAt), Last = all.Max(row => row.StartedAt), Count = all.LongCount() }).SingleOrDefaultAsync(cancellationToken);

        var (errors, shares) = await corrections.OfAsync(db, model.Id, cancellationToken);
        var all = given.Values.Sum();
        return new MeasuredSignal(
            await NamedAsync(db, intents, cancellationToken), segment, Month(query.From), Month(query.To),
            // Where some have no time, how many there are in a month is not known.
            span is not null && span.Count == all ? MonthsOf(query, span.First!.Value, span.Last!.Value) : null,
            model.Id, model.Number, all,
            counts.Where(group => group.Key is { } key && intents.Contains(key)).Sum(group => group.Price),
            shares.Together(given, intents, string.Join('|', intents)), errors is not null);
    }

    private static IQueryable<Row> Meant(PlannerDb db, Guid model, SignalQuery query)
    {
        var meant =
            from intent in db.ConversationIntents
            where intent.ModelId == model
            join conversation in db.Conversations on intent.ConversationId equals conversation.Id
            select new Row { Intent = intent, StartedAt = conversation.StartedAt };
        if (query.Segment is { } segment)
            meant = meant.Where(row => db.SegmentConversations.Any(member => member.SegmentId == segment && member.ConversationId == row.Intent.ConversationId));
        if (query.Begin is { } begin)
            meant = meant.Where(row => row.StartedAt >= begin);
        if (query.End is { } end)
            meant = meant.Where(row => row.StartedAt < end);
        return meant;
    }

    /// <summary>By the months that were asked for, else from the first conversation to the last; a month at least.</summary>
    private static double MonthsOf(SignalQuery query, DateTimeOffset first, DateTimeOffset last) =>
        Math.Max(1, ((query.End ?? last) - (query.Begin ?? first)).TotalDays / DaysOfMonth);

    private static DateOnly? Month(DateOnly? day) => day is { } known ? new(known.Year, known.Month, 1) : null;

    internal static async Task<IReadOnlyList<MeasuredSignal.Intent>> NamedAsync(PlannerDb db, string[] keys, CancellationToken cancellationToken)
    {
        var own = await db.DefinedIntents.Where(intent => keys.Contains(intent.Key)).ToDictionaryAsync(intent => intent.Key, intent => intent.Name, cancellationToken);
        return
        [
            .. keys.Select(key =>
                own.TryGetValue(key, out var name) ? new MeasuredSignal.Intent(key, name, name)
                : SupportIntents.ById.TryGetValue(key, out var known) ? new MeasuredSignal.Intent(key, known.Name, known.NameZh)
                : new MeasuredSignal.Intent(key, key, key)),
        ];
    }

    private sealed class Row
    {
        public required ConversationIntent Intent { get; init; }

        public required DateTimeOffset? StartedAt { get; init; }
    }
}
