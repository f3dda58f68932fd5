using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;
using ProfitPlanner.Data;

namespace ProfitPlanner.Application.Demand.Classification;

/// <summary>
/// Writes what came of a batch in the transaction that is open. By COPY into tables of the transaction, which no
/// policy keeps out, and from there row by row past what stands there already: what is written twice is there once.
/// </summary>
internal sealed class IntentWriter(PlannerDb db, Guid model)
{
    private readonly NpgsqlConnection _connection = (NpgsqlConnection)db.Database.GetDbConnection();

    public async Task WriteAsync(IReadOnlyList<ClassifiedConversation> conversations, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(
            """
            create temp table new_turn_intents (conversation_id uuid, number int, intent text, likeliest text, confidence real, alternative text, sentiment real) on commit drop;
            create temp table new_conversation_intents (conversation_id uuid, language text, intent text, confidence real, mentioned text[],
              first_sentiment real, last_sentiment real, sentiment real, price_words text[]) on commit drop
            """, cancellationToken);
        await CopyTurnsAsync(conversations, cancellationToken);
        await CopyConversationsAsync(conversations, cancellationToken);
        // What was deleted meanwhile is left out; who comes later decides the conversation, since they have read more of it.
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into turn_intents (organisation_id, model_id, conversation_id, number, intent, likeliest, confidence, alternative, sentiment)
            select t.organisation_id, {model}, n.conversation_id, n.number, n.intent, n.likeliest, n.confidence, n.alternative, n.sentiment
            from new_turn_intents n join turns t on t.organisation_id = {db.Tenant.OrganisationId} and t.conversation_id = n.conversation_id and t.number = n.number
            order by n.conversation_id, n.number
            on conflict do nothing;

            insert into conversation_intents (organisation_id, model_id, conversation_id, intent, confidence, mentioned, first_sentiment, last_sentiment, sentiment, price_words)
            select c.organisation_id, {model}, n.conversation_id, n.intent, n.confidence, n.mentioned, n.first_sentiment, n.last_sentiment, n.sentiment, n.price_words
            from new_conversation_intents n join conversations c on c.organisation_id = {db.Tenant.OrganisationId} and c.id = n.conversation_id
            order by n.conversation_id
            on conflict (organisation_id, model_id, conversation_id) do update set intent = excluded.intent, confidence = excluded.confidence,
              mentioned = excluded.mentioned, first_sentiment = excluded.first_sentiment, last_sentiment = excluded.last_sentiment,
              sentiment = excluded.sentiment, price_words = excluded.price_words;

            update conversations c set language = n.language from new_conversation_intents n
            where c.organisation_id = {db.Tenant.OrganisationId} and c.id = n.conversation_id and c.language is null and n.language is not null
            """, cancellationToken);
    }

    private async Task CopyTurnsAsync(IReadOnlyList<ClassifiedConversation> conversations, CancellationToken cancellationToken)
    {
        await using var copy = await _connection.BeginBinaryImportAsync("copy new_turn_intents from stdin (format binary)", cancellationToken);
        foreach (var conversation in conversations)
        {
            foreach (var turn in conversation.New)
            {
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync(conversation.Id, cancellationToken);
                await copy.WriteAsync(turn.Number, cancellationToken);
                await copy.WriteAsync(turn.Given.Intent, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(turn.Given.Likeliest, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(turn.Given.Confidence, cancellationToken);
                await copy.WriteAsync(turn.Given.Alternative, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(turn.Given.Sentiment, NpgsqlDbType.Real, cancellationToken);
            }
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private async Task CopyConversationsAsync(IReadOnlyList<ClassifiedConversation> conversations, CancellationToken cancellationToken)
    {
        await using var copy = await _connection.BeginBinaryImportAsync("copy new_conversation_intents from stdin (format binary)", cancellationToken);
        foreach (var conversation in conversations)
        {
            if (conversation.Decision is not { } decision)
                continue;
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(conversation.Id, cancellationToken);
            await copy.WriteAsync(conversation.Language, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(decision.Intent, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(decision.Confidence, cancellationToken);
            await copy.WriteAsync(decision.Mentioned, cancellationToken);
            await copy.WriteAsync(decision.FirstSentiment, NpgsqlDbType.Real, cancellationToken);
            await copy.WriteAsync(decision.LastSentiment, NpgsqlDbType.Real, cancellationToken);
            await copy.WriteAsync(decision.Sentiment, NpgsqlDbType.Real, cancellationToken);
            await copy.WriteAsync(decision.PriceWords, cancellationToken);
        }
        await copy.CompleteAsync(cancellationToken);
    }
}
