using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using ProfitPlanner.Application.Privacy;
using ProfitPlanner.Application.Transcripts.Reading;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Transcripts.Importing;

/// <summary>
/// Writes a part in the transaction at hand. Postgres refuses COPY into a table with row-level security, so the rows go
/// into temporary tables first, which nobody else sees and which end with the transaction.
/// </summary>
internal sealed class PartStore(PlannerDb db, Upload upload)
{
    // A list that nobody could read to its end is not kept to its end; the count is.
    private const long MostListed = 10_000;

    private NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    /// <summary>Numbers the turns and gives each conversation what earlier parts know of it.</summary>
    public async Task ContinueAsync(ReadPart part, CancellationToken cancellationToken)
    {
        var byId = part.Conversations.ToDictionary(conversation => conversation.Id);
        var ids = byId.Keys.ToArray();
        var before = upload.Position == 0 && upload.Records == 0 ? [] : await db.Database.SqlQuery<Earlier>(
            $"""
            select u.conversation_id, u.turns, u.masks,
              (select t.text from turns t where t.organisation_id = u.organisation_id and t.conversation_id = u.conversation_id order by t.number desc limit 1) as before
            from uploaded_conversations u
            where u.organisation_id = {upload.OrganisationId} and u.upload_id = {upload.Id} and u.conversation_id = any({ids})
            """).ToListAsync(cancellationToken);
        foreach (var earlier in before)
        {
            var conversation = byId[earlier.ConversationId];
            (conversation.IsContinued, conversation.Turns, conversation.Before) = (true, earlier.Turns, earlier.Before);
            conversation.Masks = new ConversationMasks(upload.MaskKey!, earlier.Masks);
        }
        foreach (var conversation in part.Conversations)
            conversation.Masks ??= new ConversationMasks(upload.MaskKey!);
        foreach (var turn in part.Turns)
        {
            var conversation = turn.Conversation;
            while (turn.Number < 0 && conversation.Numbers.Contains(conversation.Turns))
                conversation.Turns++;
            turn.Number = turn.Number < 0 ? conversation.Turns : turn.Number;
            conversation.Turns = Math.Max(conversation.Turns, turn.Number + 1);
        }
    }

    /// <returns>How many turns were not there before.</returns>
    public async Task<int> SaveAsync(ReadPart part, CancellationToken cancellationToken)
    {
        await RejectAsync(part.Rejected, cancellationToken);
        if (part.Turns.Count == 0)
            return 0;
        await db.Database.ExecuteSqlRawAsync(
            """
            create temporary table part_conversations (id uuid, number text, started_at timestamptz, language text, attributes jsonb, turns int, masks jsonb) on commit drop;
            create temporary table part_turns (conversation_id uuid, number int, speaker smallint, at timestamptz, text text, label text) on commit drop;
            """, cancellationToken);
        await CopyAsync(part, cancellationToken);
        // In one order for all, so that two uploads of the same conversations wait for each other and never in a circle.
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into conversations as c (organisation_id, id, number, started_at, language, attributes, turns)
            select {upload.OrganisationId}, id, number, started_at, language, attributes, 0 from part_conversations order by id
            on conflict (organisation_id, id) do update set
              started_at = least(c.started_at, excluded.started_at), language = coalesce(c.language, excluded.language), attributes = excluded.attributes || c.attributes
              where (c.started_at, c.language, c.attributes) is distinct from
                (least(c.started_at, excluded.started_at), coalesce(c.language, excluded.language), excluded.attributes || c.attributes);
            insert into uploaded_conversations (organisation_id, upload_id, conversation_id, turns, masks)
            select {upload.OrganisationId}, {upload.Id}, id, turns, masks from part_conversations
            on conflict (organisation_id, upload_id, conversation_id) do update set turns = excluded.turns, masks = excluded.masks;
            """, cancellationToken);
        // As a list: a query that is built upon cannot write.
        var added = await db.Database.SqlQuery<int>(
            $"""
            with added as (
              insert into turns (organisation_id, conversation_id, number, upload_id, speaker, at, text, label)
              select {upload.OrganisationId}, conversation_id, number, {upload.Id}, speaker, at, text, label from part_turns
              on conflict do nothing
              returning conversation_id),
            counted as (select conversation_id, count(*)::int as turns from added group by conversation_id),
            told as (
              update conversations c set turns = c.turns + counted.turns from counted
              where c.organisation_id = {upload.OrganisationId} and c.id = counted.conversation_id)
            select coalesce(sum(turns), 0)::int as "Value" from counted
            """).ToListAsync(cancellationToken);
        return added.Single();
    }

    private async Task RejectAsync(IReadOnlyList<(long Line, string Reason)> rejected, CancellationToken cancellationToken)
    {
        var listed = rejected.Take((int)Math.Clamp(MostListed - upload.Rejected, 0, MostListed)).DistinctBy(record => record.Line).ToList();
        if (listed.Count == 0)
            return;
        var (lines, reasons) = (listed.Select(record => record.Line).ToArray(), listed.Select(record => record.Reason).ToArray());
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into rejected_records (organisation_id, upload_id, line, reason)
            select {upload.OrganisationId}, {upload.Id}, line, reason from unnest({lines}, {reasons}) as r (line, reason)
            on conflict do nothing
            """, cancellationToken);
    }

    private async Task CopyAsync(ReadPart part, CancellationToken cancellationToken)
    {
        await using (var rows = await Connection.BeginBinaryImportAsync("copy part_conversations from stdin (format binary)", cancellationToken))
        {
            foreach (var conversation in part.Conversations)
            {
                await rows.StartRowAsync(cancellationToken);
                await rows.WriteAsync(conversation.Id, NpgsqlDbType.Uuid, cancellationToken);
                await WriteAsync(rows, conversation.Number, NpgsqlDbType.Text, cancellationToken);
                await WriteAsync(rows, conversation.StartedAt, cancellationToken);
                await WriteAsync(rows, conversation.Language, NpgsqlDbType.Text, cancellationToken);
                await rows.WriteAsync(conversation.Attributes.Count == 0 ? "{}" : JsonSerializer.Serialize(conversation.Attributes), NpgsqlDbType.Jsonb, cancellationToken);
                await rows.WriteAsync(conversation.Turns, NpgsqlDbType.Integer, cancellationToken);
                await WriteAsync(rows, conversation.Masks!.State, NpgsqlDbType.Jsonb, cancellationToken);
            }
            await rows.CompleteAsync(cancellationToken);
        }
        await using (var rows = await Connection.BeginBinaryImportAsync("copy part_turns from stdin (format binary)", cancellationToken))
        {
            foreach (var turn in part.Turns)
            {
                await rows.StartRowAsync(cancellationToken);
                await rows.WriteAsync(turn.Conversation.Id, NpgsqlDbType.Uuid, cancellationToken);
                await rows.WriteAsync(turn.Number, NpgsqlDbType.Integer, cancellationToken);
                await rows.WriteAsync((short)turn.Speaker, NpgsqlDbType.Smallint, cancellationToken);
                await WriteAsync(rows, turn.At, cancellationToken);
                await rows.WriteAsync(turn.Text, NpgsqlDbType.Text, cancellationToken);
                await WriteAsync(rows, turn.Label, NpgsqlDbType.Text, cancellationToken);
            }
            await rows.CompleteAsync(cancellationToken);
        }
    }

    private static Task WriteAsync(NpgsqlBinaryImporter rows, string? value, NpgsqlDbType type, CancellationToken cancellationToken) =>
        value is null ? rows.WriteNullAsync(cancellationToken) : rows.WriteAsync(value, type, cancellationToken);

    private static Task WriteAsync(NpgsqlBinaryImporter rows, DateTimeOffset? at, CancellationToken cancellationToken) =>
        at is { } known ? rows.WriteAsync(known.UtcDateTime, NpgsqlDbType.TimestampTz, cancellationToken) : rows.WriteNullAsync(cancellationToken);

    private sealed record Earlier(Guid ConversationId, int Turns, string? Masks, string? Before);
}
