using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand.Signals;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Demand;

/// <summary>Looks for the phrases of signals in what customers wrote: once in each turn, however often demand is counted.</summary>
internal static class SpokenSignals
{
    /// <summary>Stands for a signal where it is said up to which turn a conversation has been looked through, with these phrases.</summary>
    public static readonly string Read =
        "read " + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', DemandSignals.All.Select(signal => signal.Key + signal.Pattern)))))[..16];

    public static async Task FindAsync(PlannerDb db, CancellationToken cancellationToken)
    {
        // Found with other phrases, by an earlier version.
        if (!await db.SignalConversations.AnyAsync(said => said.Signal == Read, cancellationToken))
            await db.SignalConversations.ExecuteDeleteAsync(cancellationToken);

        await db.Database.ExecuteSqlAsync($"drop table if exists unread", cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            create temporary table unread on commit drop as
            select c.id, coalesce(s.number, -1) as after from conversations c
            left join signal_conversations s on s.organisation_id = c.organisation_id and s.signal = {Read} and s.conversation_id = c.id
            where exists (
              select from turns t
              where t.organisation_id = c.organisation_id and t.conversation_id = c.id and t.number > coalesce(s.number, -1))
            """, cancellationToken);
        var phrases = JsonSerializer.Serialize(DemandSignals.All.Where(signal => signal.Phrases.Count > 0).Select(signal => new { key = signal.Key, pattern = signal.Pattern }));
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into signal_conversations (organisation_id, signal, conversation_id, number)
            select t.organisation_id, p.key, t.conversation_id, min(t.number)
            from unread u join turns t on t.conversation_id = u.id and t.number > u.after
            join jsonb_to_recordset({phrases}::jsonb) as p(key text, pattern text) on t.text ~* p.pattern
            where t.speaker = {(short)Speaker.Customer}
            group by t.organisation_id, p.key, t.conversation_id
            on conflict do nothing
            """, cancellationToken);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into signal_conversations (organisation_id, signal, conversation_id, number)
            select t.organisation_id, {Read}, t.conversation_id, max(t.number)
            from unread u join turns t on t.conversation_id = u.id and t.number > u.after
            group by t.organisation_id, t.conversation_id
            on conflict (organisation_id, signal, conversation_id) do update set number = excluded.number
            """, cancellationToken);
    }
}
