using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>
/// How much of the conversations each topic has had, month by month. Conversations are counted, not turns: who says a
/// thing five times asks for it once. A search gives every turn to some topic, later turns join only one that is near:
/// far ones are left out of either month, or every topic would seem to shrink.
/// </summary>
internal sealed class TopicTrend
{
    private readonly Dictionary<(Guid? Topic, DateOnly Month), long> _counts;
    private readonly int _topics;

    private TopicTrend(Dictionary<(Guid? Topic, DateOnly Month), long> counts, int topics)
    {
        (_counts, _topics) = (counts, topics);
        Month = counts.Keys.Where(key => key.Topic is null).Select(key => (DateOnly?)key.Month).Max();
    }

    /// <summary>The last month that has a conversation; null where none has a date.</summary>
    public DateOnly? Month { get; }

    public static async Task<TopicTrend> ReadAsync(PlannerDb db, CancellationToken cancellationToken)
    {
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            select coalesce(o.merged_into, o.id) as topic, date_trunc('month', c.started_at at time zone 'utc')::date as month, count(distinct t.conversation_id) as count
            from topic_turns t
            join topics o on o.organisation_id = t.organisation_id and o.id = t.topic_id
            join conversations c on c.organisation_id = t.organisation_id and c.id = t.conversation_id
            where t.organisation_id = {db.Tenant.OrganisationId} and c.started_at is not null and t.nearness >= {KnownTopics.Near}
            group by grouping sets ((1, 2), (2))
            """).ToListAsync(cancellationToken);
        return new TopicTrend(rows.ToDictionary(row => (row.Topic, row.Month), row => row.Count), rows.Select(row => row.Topic).OfType<Guid>().Distinct().Count());
    }

    /// <summary>Against the month before, the intervals of all topics holding at once; null where one of the months has nothing.</summary>
    public ShareChange? Of(Guid topic) => Month is { } month
        ? ShareChange.Of(Count(topic, month.AddMonths(-1)), Count(null, month.AddMonths(-1)), Count(topic, month), Count(null, month), _topics)
        : null;

    /// <summary>Whether nobody spoke of it before the last month.</summary>
    public bool IsNew(Guid topic) => !_counts.Keys.Any(key => key.Topic == topic && key.Month < Month);

    private long Count(Guid? topic, DateOnly month) => _counts.GetValueOrDefault((topic, month));

    private sealed record Row(Guid? Topic, DateOnly Month, long Count);
}
