using Microsoft.EntityFrameworkCore;
using Npgsql;
using ProfitPlanner.Data;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>Writes which turns are of which topic, in the transaction that is open.</summary>
internal static class TopicWriter
{
    /// <summary>Keeps searches, merges and splits of an organisation apart until the transaction ends.</summary>
    public static Task LockTopicsAsync(this PlannerDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"topics " + db.Tenant.OrganisationId}, 0))", cancellationToken);

    /// <summary>Adds turns to their topics, whose sizes grow by it; what is of a topic already stays there.</summary>
    public static async Task AddTopicTurnsAsync(
        this PlannerDb db, IEnumerable<(Guid Conversation, int Number, Guid Topic, float Nearness)> turns, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(
            "create temp table new_topic_turns (conversation_id uuid, number int, topic_id uuid, nearness real) on commit drop", cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using (var copy = await connection.BeginBinaryImportAsync("copy new_topic_turns from stdin (format binary)", cancellationToken))
        {
            foreach (var (conversation, number, topic, nearness) in turns)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(conversation, cancellationToken);
                await copy.WriteAsync(number, cancellationToken);
                await copy.WriteAsync(topic, cancellationToken);
                await copy.WriteAsync(nearness, cancellationToken);
            }
            await copy.CompleteAsync(cancellationToken);
        }
        // What was deleted meanwhile, turn or topic, is left out.
        await db.Database.ExecuteSqlAsync(
            $"""
            with added as (
              insert into topic_turns (organisation_id, conversation_id, number, topic_id, nearness)
              select t.organisation_id, n.conversation_id, n.number, n.topic_id, n.nearness
              from new_topic_turns n
              join turns t on t.organisation_id = {db.Tenant.OrganisationId} and t.conversation_id = n.conversation_id and t.number = n.number
              join topics o on o.organisation_id = t.organisation_id and o.id = n.topic_id
              order by n.conversation_id, n.number
              on conflict do nothing returning topic_id)
            update topics o set size = o.size + a.count from (select topic_id, count(*) as count from added group by topic_id) a
            where o.organisation_id = {db.Tenant.OrganisationId} and o.id = a.topic_id
            """, cancellationToken);
    }
}
