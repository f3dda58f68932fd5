using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
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
        var months = await MonthsAsync(db, model.Id, query, cancellationToken);
        var shares = await corrections.OfAsync(db, model.Id, cancellationToken);
        var names = await IntentNames.ReadAsync(db, cancellationToken);
        var all = given.Values.Sum();
        return new MeasuredSignal(
            [.. intents.Select(intent => names[intent])], segment, Months.Of(query.From), Months.Of(query.To), months,
            model.Id, model.Number, all,
            counts.Where(group => group.Key is { } key && intents.Contains(key)).Sum(group => group.Price),
            shares.Estimate(given, new LabelGroup(string.Join('|', intents), intents))[^1], shares.Errors is not null);
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

    /// <summary>
    /// From the first conversation of all to the last, whoever's they are, as far as these months were asked for; a month at
    /// least. A segment that was silent for a while was there all the same, and months that nobody has uploaded were not.
    /// </summary>
    /// <returns>Null where some have no time: whichever months they are of, how many there are in one is not known.</returns>
    private static async Task<double?> MonthsAsync(PlannerDb db, Guid model, SignalQuery query, CancellationToken cancellationToken)
    {
        var span = await Meant(db, model, new([], null, null, null)).GroupBy(_ => 1)
            .Select(all => new { First = all.Min(row => row.StartedAt), Last = all.Max(row => row.StartedAt), Undated = all.LongCount(row => row.StartedAt == null) })
            .SingleAsync(cancellationToken);
        if (span.Undated > 0 || span.First is not { } first || span.Last is not { } last)
            return null;
        var (begin, end) = (query.Begin > first ? query.Begin.Value : first, query.End < last ? query.End.Value : last);
        return Math.Max(1, (end - begin).TotalDays / DaysOfMonth);
    }

    private sealed class Row
    {
        public required ConversationIntent Intent { get; init; }

        public required DateTimeOffset? StartedAt { get; init; }
    }
}
