using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;

namespace ProfitPlanner.Application.Demand;

/// <summary>Counts of some segments over some months, as they are read from the table.</summary>
internal sealed class CountedShares
{
    private readonly List<Row> _rows;

    private CountedShares(List<Row> rows) => _rows = rows;

    /// <summary>Of one segment, day by day or month by month as they were counted.</summary>
    /// <param name="from">First month; null for the first there is. Conversations without a time are in only where neither end is given.</param>
    public static async Task<CountedShares> ReadAsync(
        PlannerDb db, Guid model, Guid segment, DemandMeasure[] measures, DateOnly? from, DateOnly? to, CancellationToken cancellationToken) =>
        new(await Counts(db, model, [segment], measures, from, to)
            .Select(count => new Row(count.SegmentId, count.Measure, count.Key, count.Day, count.Conversations)).ToListAsync(cancellationToken));

    /// <summary>Of several, without their times: nothing of <see cref="Periods"/> or <see cref="Undated"/>.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public static async Task<CountedShares> SumAsync(
        PlannerDb db, Guid model, Guid[] segments, DemandMeasure[] measures, DateOnly? from, DateOnly? to, CancellationToken cancellationToken)
    {
        var sums = await Counts(db, model, segments, measures, from, to)
            .GroupBy(count => new { count.SegmentId, count.Measure, count.Key })
            .Select(all => new { all.Key.SegmentId, all.Key.Measure, all.Key.Key, Conversations = all.Sum(count => count.Conversations) }).ToListAsync(cancellationToken);
        return new([.. sums.Select(sum => new Row(sum.SegmentId, sum.Measure, sum.Key, DemandCount.Undated, sum.Conversations))]);
    }

    /// <summary>What the model has ever given to anybody.</summary>
    public static async Task<IReadOnlySet<string>> GivenAsync(PlannerDb db, Guid model, CancellationToken cancellationToken) =>
        await Counts(db, model, [DemandCount.Everybody], [DemandMeasure.Intent], null, null).Select(count => count.Key).Distinct().ToHashSetAsync(cancellationToken);

    private static IQueryable<DemandCount> Counts(PlannerDb db, Guid model, Guid[] segments, DemandMeasure[] measures, DateOnly? from, DateOnly? to)
    {
        var counts = db.DemandCounts.Where(count => count.ModelId == model && segments.Contains(count.SegmentId) && measures.Contains(count.Measure));
        if (from is { } first)
            counts = counts.Where(count => count.Day >= Months.Of(first));
        if (to is { } last)
            counts = counts.Where(count => count.Day < Months.Of(last).AddMonths(1));
        if (from is not null || to is not null)
            counts = counts.Where(count => count.Day != DemandCount.Undated);
        return counts;
    }

    /// <summary>Conversations by what their customer came for.</summary>
    public IReadOnlyDictionary<string, long> Intents(Guid segment) => Sums(Of(segment, DemandMeasure.Intent), row => row.Key);

    public IReadOnlyDictionary<string, long> Signals(Guid segment) => Sums(Of(segment, DemandMeasure.Signal), row => row.Key);

    public IReadOnlyDictionary<string, long> PriceWords(Guid segment) => Sums(Of(segment, DemandMeasure.PriceWord), row => row.Key);

    public long Conversations(Guid segment) => Of(segment, DemandMeasure.Intent).Sum(row => row.Conversations);

    public long Undated(Guid segment) => Of(segment, DemandMeasure.Intent).Where(row => row.Day == DemandCount.Undated).Sum(row => row.Conversations);

    /// <summary>Counts of each period from the first that has a conversation to the last, in order.</summary>
    /// <param name="isWeekly">By weeks from Monday; else by months.</param>
    public IReadOnlyList<(DateOnly Begin, IReadOnlyDictionary<string, long> Keys)> Periods(Guid segment, DemandMeasure measure, bool isWeekly)
    {
        DateOnly Begin(DateOnly day) => isWeekly ? Months.WeekOf(day) : Months.Of(day);
        var dated = Of(segment, DemandMeasure.Intent).Where(row => row.Day != DemandCount.Undated).Select(row => Begin(row.Day)).ToHashSet();
        if (dated.Count == 0)
            return [];
        var byPeriod = Of(segment, measure).Where(row => row.Day != DemandCount.Undated).ToLookup(row => Begin(row.Day));
        var periods = new List<(DateOnly, IReadOnlyDictionary<string, long>)>();
        for (var begin = dated.Min(); begin <= dated.Max(); begin = isWeekly ? begin.AddDays(7) : begin.AddMonths(1))
            periods.Add((begin, Sums(byPeriod[begin], row => row.Key)));
        return periods;
    }

    private IEnumerable<Row> Of(Guid segment, DemandMeasure measure) => _rows.Where(row => row.Segment == segment && row.Measure == measure);

    private static Dictionary<string, long> Sums(IEnumerable<Row> rows, Func<Row, string> key) =>
        rows.GroupBy(key).ToDictionary(group => group.Key, group => group.Sum(row => row.Conversations));

    private sealed record Row(Guid Segment, DemandMeasure Measure, string Key, DateOnly Day, long Conversations);
}
