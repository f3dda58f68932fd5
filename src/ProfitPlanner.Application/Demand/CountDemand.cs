using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand.Signals;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;

namespace ProfitPlanner.Application.Demand;

/// <summary>Counts the conversations of a model by segment, time, intent and signal, into the tables that pages read.</summary>
internal static class CountDemand
{
    /// <summary>Conversations that span less are counted by day, so that weeks can be told apart.</summary>
    public const int MonthsByDay = 4;

    /// <summary>All counts of the model, anew.</summary>
    public static async Task CountAllAsync(PlannerDb db, Guid model, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await SpokenSignals.FindAsync(db, cancellationToken);
        await db.CountedDemand.Where(counted => counted.ModelId == model).ExecuteDeleteAsync(cancellationToken);
        var span = await db.Conversations.GroupBy(_ => 1)
            .Select(all => new { First = all.Min(c => c.StartedAt), Last = all.Max(c => c.StartedAt) }).SingleOrDefaultAsync(cancellationToken);
        var counted = new CountedDemand
        {
            OrganisationId = db.Tenant.OrganisationId,
            ModelId = model,
            CountedAt = now,
            Conversations = await db.Conversations.LongCountAsync(cancellationToken),
            Classified = await db.ConversationIntents.LongCountAsync(intent => intent.ModelId == model, cancellationToken),
            IsByDay = span?.First is { } first && span.Last < first.AddMonths(MonthsByDay),
        };
        db.Add(counted);
        await db.SaveChangesAsync(cancellationToken);
        await ReadAsync(db, counted, cancellationToken);
        await AddAsync(db, counted, cancellationToken);
        var segments = await db.DemandSegments.Select(segment => segment.Id).ToArrayAsync(cancellationToken);
        await AddAsync(db, counted, segments, cancellationToken);
    }

    /// <summary>Counts of segments that have just been made; those of everybody stand.</summary>
    public static async Task CountAsync(PlannerDb db, Guid model, Guid[] segments, CancellationToken cancellationToken)
    {
        if (await db.CountedDemand.SingleOrDefaultAsync(c => c.ModelId == model, cancellationToken) is not { } counted)
            return;
        await db.DemandCounts.Where(count => count.ModelId == model && segments.Contains(count.SegmentId)).ExecuteDeleteAsync(cancellationToken);
        await ReadAsync(db, counted, cancellationToken);
        await AddAsync(db, counted, segments, cancellationToken);
    }

    // Each conversation with what is counted of it.
    private static async Task ReadAsync(PlannerDb db, CountedDemand counted, CancellationToken cancellationToken)
    {
        var unit = counted.IsByDay ? "day" : "month";
        var signals = JsonSerializer.Serialize(DemandSignals.All.Select(each => new { key = each.Key, intents = each.Intents, words = each.PriceWords }));
        await db.Database.ExecuteSqlAsync($"drop table if exists counting", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            create temporary table counting on commit drop as
            with read as (
            with signals as materialized (
              select key, array(select jsonb_array_elements_text(intents)) as intents, array(select jsonb_array_elements_text(words)) as words
              from jsonb_to_recordset({signals}::jsonb) as s(key text, intents jsonb, words jsonb)),
            said as (
              select conversation_id, array_agg(signal::text) as keys from signal_conversations
              where signal <> {SpokenSignals.Read} group by conversation_id)
            select i.conversation_id, coalesce(i.intent, '') as intent, i.price_words,
              coalesce(date_trunc({unit}, c.started_at at time zone 'UTC')::date, date '-infinity') as day,
              array(
                select s.key from signals s
                where i.intent = any (s.intents) or i.mentioned && s.intents or i.price_words && s.words or s.key = any (said.keys)) as signals
            from conversation_intents i
            join conversations c on c.organisation_id = i.organisation_id and c.id = i.conversation_id
            left join said on said.conversation_id = i.conversation_id
            where i.model_id = {counted.ModelId})
            select conversation_id, day,
              array[{(short)DemandMeasure.Intent}::smallint] || array_fill({(short)DemandMeasure.Signal}::smallint, array[cardinality(signals)])
                || array_fill({(short)DemandMeasure.PriceWord}::smallint, array[cardinality(price_words)]) as measures,
              array[intent::text] || signals || price_words as keys
            from read
            """, cancellationToken);
    }

    private static Task<int> AddAsync(PlannerDb db, CountedDemand counted, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into demand_counts (organisation_id, model_id, segment_id, day, measure, key, conversations)
            select {counted.OrganisationId}, {counted.ModelId}, {DemandCount.Everybody}, c.day, k.measure, k.key, count(*)
            from counting c cross join unnest(c.measures, c.keys) as k(measure, key)
            group by c.day, k.measure, k.key
            """, cancellationToken);

    private static Task<int> AddAsync(PlannerDb db, CountedDemand counted, Guid[] segments, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            insert into demand_counts (organisation_id, model_id, segment_id, day, measure, key, conversations)
            select {counted.OrganisationId}, {counted.ModelId}, m.segment_id, c.day, k.measure, k.key, count(*)
            from counting c join segment_conversations m on m.conversation_id = c.conversation_id
            cross join unnest(c.measures, c.keys) as k(measure, key)
            where m.segment_id = any ({segments})
            group by m.segment_id, c.day, k.measure, k.key
            """, cancellationToken);
}
