using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Demand.Classification;

/// <summary>Reads conversations that a model has not read to the end, whole ones at a time, in the order of their ids.</summary>
/// <param name="upload">Of one file alone; of all where null.</param>
internal sealed class ConversationReader(Guid model, Guid? upload)
{
    // So many turns are classified in about two seconds, and as much is lost at most when the worker is killed.
    private const int BatchTurns = 3_000;

    private const int BatchConversations = 500;

    /// <summary>How many turns of customers there are, and how many the model has read.</summary>
    public async Task<(long Done, long Total)> CountAsync(PlannerDb db, CancellationToken cancellationToken)
    {
        var turns = Turns(db).Where(t => t.Speaker == Speaker.Customer);
        var done = turns.Join(
            db.TurnIntents.Where(i => i.ModelId == model), t => new { t.ConversationId, t.Number }, i => new { i.ConversationId, i.Number }, (t, i) => t);
        return (await done.LongCountAsync(cancellationToken), await turns.LongCountAsync(cancellationToken));
    }

    /// <summary>The next conversations; none at the end.</summary>
    /// <param name="after">The last conversation that was read; empty at the beginning.</param>
    public async Task<IReadOnlyList<ReadConversation>> NextAsync(PlannerDb db, Guid after, CancellationToken cancellationToken)
    {
        var found = await FindAsync(db, after, cancellationToken);
        var turns = 0;
        Guid[] ids = [.. found.TakeWhile((c, i) => (turns += c.Turns) <= BatchTurns || i == 0).Select(c => c.Id)];
        return ids.Length == 0 ? [] : await ReadAsync(db, model, ids, cancellationToken);
    }

    /// <summary>Conversations with what the model has made of them so far.</summary>
    public static async Task<IReadOnlyList<ReadConversation>> ReadAsync(PlannerDb db, Guid model, Guid[] ids, CancellationToken cancellationToken)
    {
        var rows = await (
            from turn in db.Turns
            join conversation in db.Conversations on turn.ConversationId equals conversation.Id
            join known in db.TurnIntents.Where(i => i.ModelId == model)
                on new { turn.ConversationId, turn.Number } equals new { known.ConversationId, known.Number } into intents
            from intent in intents.DefaultIfEmpty()
            where ids.Contains(turn.ConversationId)
            orderby turn.ConversationId, turn.Number
            select new
            {
                turn.ConversationId,
                conversation.Language,
                turn.Number,
                turn.Speaker,
                turn.Text,
                IsKnown = intent != null,
                intent!.Intent,
                intent.Likeliest,
                Confidence = (float?)intent.Confidence,
                intent.Alternative,
                intent.Sentiment,
            }).ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(row => (row.ConversationId, row.Language)).Select(conversation => new ReadConversation(
                conversation.Key.ConversationId,
                conversation.Key.Language,
                [
                    .. conversation.Select(row => new ReadTurn(
                        row.Number, row.Speaker, row.Text, row.IsKnown ? new GivenIntent(row.Intent, row.Likeliest, row.Confidence!.Value, row.Alternative, row.Sentiment) : null)),
                ])),
        ];
    }

    // Laterally, so that each conversation costs a look into two indexes, however many there are.
    private Task<List<Found>> FindAsync(PlannerDb db, Guid after, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<Found>($"""
            select c.id, c.turns from conversations c
            cross join lateral (
              select from turns t
              left join turn_intents i on i.organisation_id = t.organisation_id and i.model_id = {model} and i.conversation_id = t.conversation_id and i.number = t.number
              where t.organisation_id = c.organisation_id and t.conversation_id = c.id and t.speaker = {(short)Speaker.Customer} and i.number is null
              limit 1) missing
            where c.organisation_id = {db.Tenant.OrganisationId} and c.id > {after}
              and ({upload}::uuid is null or exists (
                select from uploaded_conversations u where u.organisation_id = c.organisation_id and u.upload_id = {upload} and u.conversation_id = c.id))
            order by c.id limit {BatchConversations}
            """).ToListAsync(cancellationToken);

    private IQueryable<Turn> Turns(PlannerDb db) => upload is null
        ? db.Turns
        : db.Turns.Where(t => db.UploadedConversations.Any(u => u.UploadId == upload && u.ConversationId == t.ConversationId));

    private sealed record Found(Guid Id, int Turns);
}
