using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand.Signals;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Demand;

/// <summary>The conversations behind a number, with what their customers wrote, masked.</summary>
public static class ListSentences
{
    /// <summary>Conversations on a page.</summary>
    public const int PageSize = 20;

    /// <summary>The intent of conversations that none of the model's labels fits.</summary>
    public const string None = "-";

    private const int SentencesEach = 4;
    private const int LongestWord = 100;

    /// <param name="Intent">What they came for, or <see cref="None"/>.</param>
    /// <param name="Signal">That is heard in them.</param>
    /// <param name="Word">That a customer's sentence has, or among its words about price.</param>
    /// <param name="Model">Null for the current one.</param>
    /// <param name="After">The last conversation of the page before.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Query(
        string? Intent = null, string? Signal = null, Guid? Segment = null, DateOnly? From = null, DateOnly? To = null, string? Word = null,
        Guid? Model = null, Guid? After = null) : ITenantRequest<Result>;

    /// <param name="Intent">Null where none was asked for, or none of these.</param>
    /// <param name="Segment">Its name; null of everybody.</param>
    /// <param name="Total">Of all pages; null where a word is looked for, which would have to be looked for everywhere, and on later pages.</param>
    /// <param name="Next">What the next page comes after; null on the last.</param>
    public sealed record Result(NamedIntent? Intent, string? Segment, IReadOnlyList<Item> Items, long? Total, Guid? Next);

    /// <param name="Confidence">Of what it came for, in [0, 1].</param>
    public sealed record Item(
        Guid Conversation, DateTimeOffset? StartedAt, NamedIntent? CameFor, float Confidence, float? FirstSentiment, float? LastSentiment, IReadOnlyList<Sentence> Sentences);

    /// <param name="Intent">Null for none of these.</param>
    public sealed record Sentence(int Number, string Text, NamedIntent? Intent, float? Confidence, float? Sentiment);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(x => x.Signal).Must(signal => signal is null || DemandSignals.Find(signal) is not null).WithErrorCode("Unknown");
            RuleFor(x => x.Intent).HasNoNul();
            RuleFor(x => x.Word).Must(word => word is null || word.Trim().Length is >= 2 and <= LongestWord || word.Any(letter => letter > '\u2e7f')).WithErrorCode("Length").HasNoNul();
        }
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var segment = request.Segment is { } id && id != DemandCount.Everybody ? await db.SegmentAsync(id, cancellationToken) : null;
            var names = await IntentNames.ReadAsync(db, cancellationToken);
            var intent = request.Intent is null or None ? null : names[request.Intent];
            if (await ModelAsync(request.Model, cancellationToken) is not { } model)
                return new(intent, segment?.Name, [], 0, null);

            var found = Found(request, model, segment?.Id);
            var total = request is { Word: null, After: null } ? await found.LongCountAsync(cancellationToken) : (long?)null;
            var rows = await found.Where(each => request.After == null || each.ConversationId > request.After).OrderBy(each => each.ConversationId).Take(PageSize + 1)
                .Join(db.Conversations, each => each.ConversationId, conversation => conversation.Id, (each, conversation) => new { Intent = each, conversation.StartedAt })
                .OrderBy(each => each.Intent.ConversationId).ToListAsync(cancellationToken);
            var page = rows.Take(PageSize).ToList();
            var sentences = await SentencesAsync(model, [.. page.Select(row => row.Intent.ConversationId)], cancellationToken);
            return new(
                intent, segment?.Name,
                [
                    .. page.Select(row => new Item(
                        row.Intent.ConversationId, row.StartedAt, row.Intent.Intent is { } known ? names[known] : null, row.Intent.Confidence,
                        row.Intent.FirstSentiment, row.Intent.LastSentiment, Telling(request, sentences[row.Intent.ConversationId], names))),
                ],
                total, rows.Count > PageSize ? page[^1].Intent.ConversationId : null);
        }

        private async Task<Guid?> ModelAsync(Guid? asked, CancellationToken cancellationToken)
        {
            if (asked is null)
                return (await db.CurrentModelAsync(cancellationToken))?.Id;
            return await db.IntentModels.AnyAsync(model => model.Id == asked, cancellationToken) ? asked : throw new NotFoundException();
        }

        private IQueryable<ConversationIntent> Found(Query request, Guid model, Guid? segment)
        {
            var found = db.ConversationIntents.AsNoTracking().Where(each => each.ModelId == model);
            if (request.Intent == None)
                found = found.Where(each => each.Intent == null);
            else if (request.Intent is not null)
                found = found.Where(each => each.Intent == request.Intent);
            if (segment is not null)
                found = found.Where(each => db.SegmentConversations.Any(member => member.SegmentId == segment && member.ConversationId == each.ConversationId));
            if (Months.Begin(request.From) is { } from)
                found = found.Where(each => db.Conversations.Any(conversation => conversation.Id == each.ConversationId && conversation.StartedAt >= from));
            if (Months.End(request.To) is { } to)
                found = found.Where(each => db.Conversations.Any(conversation => conversation.Id == each.ConversationId && conversation.StartedAt < to));
            if (DemandSignals.Find(request.Signal) is { } signal)
                found = Heard(found, signal);
            return request.Word?.Trim() is { } word ? With(found, word) : found;
        }

        private IQueryable<ConversationIntent> Heard(IQueryable<ConversationIntent> found, DemandSignal signal)
        {
            var (intents, words, key) = (signal.Intents.ToArray(), signal.PriceWords.ToArray(), signal.Key);
            return found.Where(each =>
                intents.Contains(each.Intent) || each.Mentioned.Any(intent => intents.Contains(intent)) || each.PriceWords.Any(word => words.Contains(word))
                || db.SignalConversations.Any(said => said.Signal == key && said.ConversationId == each.ConversationId));
        }

        // Looked for where the other conditions hold, turn by turn: an index of words would slow down every import.
        private IQueryable<ConversationIntent> With(IQueryable<ConversationIntent> found, string word)
        {
            var pattern = $"%{word.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%";
            return found.Where(each => each.PriceWords.Contains(word) || db.Turns.Any(turn =>
                turn.ConversationId == each.ConversationId && turn.Speaker == Speaker.Customer && EF.Functions.ILike(turn.Text, pattern, "\\")));
        }

        private async Task<ILookup<Guid, Row>> SentencesAsync(Guid model, Guid[] conversations, CancellationToken cancellationToken)
        {
            var rows =
                from turn in db.Turns
                where conversations.Contains(turn.ConversationId) && turn.Speaker == Speaker.Customer
                join intent in db.TurnIntents.Where(intent => intent.ModelId == model)
                    on new { turn.ConversationId, turn.Number } equals new { intent.ConversationId, intent.Number } into intents
                from intent in intents.DefaultIfEmpty()
                orderby turn.ConversationId, turn.Number
                select new Row(turn.ConversationId, turn.Number, turn.Text, intent == null ? null : intent.Intent, intent == null ? null : intent.Confidence, intent == null ? null : intent.Sentiment);
            return (await rows.ToListAsync(cancellationToken)).ToLookup(row => row.Conversation);
        }

        // The sentences that say what was asked for, else the first ones.
        private static IReadOnlyList<Sentence> Telling(Query request, IEnumerable<Row> rows, IntentNames names)
        {
            var all = rows.ToList();
            var signal = DemandSignals.Find(request.Signal);
            var word = request.Word?.Trim();
            bool Tells(Row row) =>
                word is not null ? row.Text.Contains(word, StringComparison.OrdinalIgnoreCase)
                : signal is not null ? row.Intent is { } said && signal.Intents.Contains(said) || signal.Says(row.Text)
                : request.Intent is null || row.Intent == (request.Intent == None ? null : request.Intent);
            var telling = all.Where(Tells).ToList();
            return
            [
                .. (telling.Count > 0 ? telling : all).Take(SentencesEach)
                    .Select(row => new Sentence(row.Number, row.Text, row.Intent is { } intent ? names[intent] : null, row.Confidence, row.Sentiment)),
            ];
        }
    }

    private sealed record Row(Guid Conversation, int Number, string Text, string? Intent, float? Confidence, float? Sentiment);
}
