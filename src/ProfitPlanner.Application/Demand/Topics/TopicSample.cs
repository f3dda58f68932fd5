using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand.Classification;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Data;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>Reads turns with their directions. Which conversations are drawn depends on nothing but their ids: the same ones the next time.</summary>
internal sealed class TopicSample(RunningJob job, IntentClassifier classifier, Guid model)
{
    /// <summary>Turns that are looked at, at most.</summary>
    public const int Most = 50_000;

    private const int BatchConversations = 300;

    /// <summary>Of whole conversations, until there are enough.</summary>
    /// <param name="topic">Of the turns of this topic and its parts alone; of all where null.</param>
    public async Task<IReadOnlyList<TopicalTurn>> ReadAsync(Guid? topic, CancellationToken cancellationToken)
    {
        var conversations = await job.InTransactionAsync(db => ConversationsAsync(db, topic, cancellationToken), cancellationToken);
        var turns = new List<TopicalTurn>();
        long done = 0;
        foreach (var batch in conversations.Chunk(BatchConversations).TakeWhile(_ => turns.Count < Most))
        {
            await job.ReportAsync(done, conversations.Count, cancellationToken);
            var read = await job.InTransactionAsync(db => ReadBatchAsync(db, batch, topic, cancellationToken), cancellationToken);
            var scores = classifier.Score([.. read.Select(turn => turn.Said.Utterance)], cancellationToken);
            turns.AddRange(read.Zip(scores, (turn, score) => new TopicalTurn(turn.Conversation, turn.Said.Turn.Number, turn.Said.Turn.Text, score.Direction)));
            done += batch.Length;
        }
        await job.ReportAsync(conversations.Count, conversations.Count, cancellationToken);
        return [.. turns.Take(Most)];
    }

    private Task<List<Guid>> ConversationsAsync(PlannerDb db, Guid? topic, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<Guid>($"""
            select c.conversation_id as "Value" from conversation_intents c
            where c.organisation_id = {db.Tenant.OrganisationId} and c.model_id = {model}
              and ({topic}::uuid is null or exists (
                select from topic_turns t join topics o on o.organisation_id = t.organisation_id and o.id = t.topic_id
                where t.organisation_id = c.organisation_id and t.conversation_id = c.conversation_id and coalesce(o.merged_into, o.id) = {topic}))
            order by hashtextextended(c.conversation_id::text, 0) limit {Most}
            """).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<(Guid Conversation, SaidInContext Said)>> ReadBatchAsync(PlannerDb db, Guid[] conversations, Guid? topic, CancellationToken cancellationToken)
    {
        var read = await ConversationReader.ReadAsync(db, model, conversations, cancellationToken);
        var own = topic is null ? null : (await db.TopicTurns
            .Where(t => conversations.Contains(t.ConversationId) && db.Topics.Any(o => o.Id == t.TopicId && (o.MergedInto ?? o.Id) == topic))
            .Select(t => new { t.ConversationId, t.Number }).ToListAsync(cancellationToken)).ToHashSet();
        return
        [
            .. from conversation in read
               from said in SaidInContext.Of(conversation.Turns)
               where said.Turn.Known is { } known && TopicalTurn.Is(said.Turn.Text, known)
               where own is null || own.Contains(new { ConversationId = conversation.Id, said.Turn.Number })
               select (conversation.Id, said),
        ];
    }
}
