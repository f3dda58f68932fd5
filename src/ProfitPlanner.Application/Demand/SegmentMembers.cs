using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;

namespace ProfitPlanner.Application.Demand;

/// <summary>Puts conversations into segments by the segments' rules.</summary>
internal static class SegmentMembers
{
    // An intent that no conversation of a segment had when it was found must not rule it out for good.
    private const double LeastShare = 1e-3;

    /// <summary>Brings the members of segments up to date; what has not changed is not written.</summary>
    public static async Task PlaceAsync(PlannerDb db, IReadOnlyList<DemandSegment> segments, Guid model, CancellationToken cancellationToken)
    {
        var rules = segments.Select(segment => (segment.Id, Rule: SegmentRule.Read(segment.Rule))).ToList();
        foreach (var (id, rule) in rules)
        {
            if (rule is AttributeRule attribute)
                await PlaceAsync(db, id, attribute, cancellationToken);
            else if (rule is DrawnRule drawn)
                await PlaceAsync(db, id, drawn, model, cancellationToken);
        }

        foreach (var set in rules.Where(each => each.Rule is MixRule).GroupBy(each => each.Rule!.Set))
            await PlaceAsync(db, [.. set.Select(each => (each.Id, (MixRule)each.Rule!))], model, cancellationToken);
    }

    /// <summary>How many conversations a rule that is being written holds for.</summary>
    public static async Task<long> CountAsync(PlannerDb db, DrawnRule rule, Guid model, CancellationToken cancellationToken)
    {
        await FindAsync(db, rule, model, cancellationToken);
        return await db.Database.SqlQuery<long>($"select count(*) as \"Value\" from found").SingleAsync(cancellationToken);
    }

    private static async Task PlaceAsync(PlannerDb db, Guid segment, AttributeRule rule, CancellationToken cancellationToken)
    {
        var except = rule.Except.ToArray();
        await StartAsync(db, cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into found
            select c.id, {segment} from conversations c
            where c.attributes ->> {rule.Attribute} = {rule.Value}
              or ({rule.Value}::text is null and c.attributes ->> {rule.Attribute} <> all ({except}))
            """, cancellationToken);
        await SaveAsync(db, [segment], cancellationToken);
    }

    private static async Task PlaceAsync(PlannerDb db, Guid segment, DrawnRule rule, Guid model, CancellationToken cancellationToken)
    {
        await FindAsync(db, rule, model, cancellationToken);
        await db.Database.ExecuteSqlAsync($"update found set segment_id = {segment}", cancellationToken);
        await SaveAsync(db, [segment], cancellationToken);
    }

    private static async Task FindAsync(PlannerDb db, DrawnRule rule, Guid model, CancellationToken cancellationToken)
    {
        var conditions = JsonSerializer.Serialize(rule.Conditions.Select(each => new { attribute = each.Attribute, part = each.IsPart, value = each.Value }));
        var (from, to) = (Months.Begin(rule.From), Months.End(rule.To));
        await StartAsync(db, cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into found
            select c.id, null from conversations c
            where ({rule.Language}::text is null or c.language = {rule.Language})
              and ({from}::timestamptz is null or c.started_at >= {from})
              and ({to}::timestamptz is null or c.started_at < {to})
              and ({rule.Intent}::text is null or exists (
                select from conversation_intents i
                where i.organisation_id = c.organisation_id and i.model_id = {model} and i.conversation_id = c.id and {rule.Intent} = any (i.mentioned || i.intent::text)))
              and not exists (
                select from jsonb_to_recordset({conditions}::jsonb) as k(attribute text, part boolean, value text)
                where not coalesce(
                  case when k.part then position(lower(k.value) in lower(c.attributes ->> k.attribute)) > 0
                  else lower(c.attributes ->> k.attribute) = lower(k.value) end, false))
            """, cancellationToken);
    }

    private static async Task PlaceAsync(PlannerDb db, IReadOnlyList<(Guid Id, MixRule Rule)> set, Guid model, CancellationToken cancellationToken)
    {
        var weights = JsonSerializer.Serialize(set.Select(each => new { segment = each.Id, weight = Math.Log(Math.Max(LeastShare, each.Rule.Weight)) }));
        var shares = JsonSerializer.Serialize(set.SelectMany(each => each.Rule.Shares.Select(
            share => new { segment = each.Id, intent = share.Key, share = Math.Log(Math.Max(LeastShare, share.Value)) })));
        await StartAsync(db, cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into found
            with weights as (select * from jsonb_to_recordset({weights}::jsonb) as w(segment uuid, weight float8)),
            shares as (select * from jsonb_to_recordset({shares}::jsonb) as s(segment uuid, intent text, share float8)),
            scores as (
              select i.conversation_id, s.segment, sum(s.share) + min(w.weight) as score
              from conversation_intents i cross join unnest(i.mentioned) as m(intent)
              join shares s on s.intent = m.intent join weights w on w.segment = s.segment
              where i.model_id = {model}
              group by 1, 2)
            select distinct on (conversation_id) conversation_id, segment from scores order by conversation_id, score desc, segment
            """, cancellationToken);
        await SaveAsync(db, [.. set.Select(each => each.Id)], cancellationToken);
    }

    private static Task<int> StartAsync(PlannerDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"create temporary table if not exists found (conversation_id uuid not null, segment_id uuid) on commit drop; truncate found", cancellationToken);

    private static async Task SaveAsync(PlannerDb db, Guid[] segments, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from segment_conversations s
            where s.segment_id = any ({segments})
              and not exists (select from found f where f.conversation_id = s.conversation_id and f.segment_id = s.segment_id)
            """, cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into segment_conversations (organisation_id, segment_id, conversation_id)
            select {db.Tenant.OrganisationId}, f.segment_id, f.conversation_id from found f
            where not exists (
              select from segment_conversations s where s.segment_id = f.segment_id and s.conversation_id = f.conversation_id)
            """, cancellationToken);
    }
}
