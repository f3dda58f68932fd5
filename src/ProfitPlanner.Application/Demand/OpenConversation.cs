using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Demand;

/// <summary>A whole conversation, masked, with what the current model makes of each turn.</summary>
public static class OpenConversation
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Query(Guid Id) : ITenantRequest<Result>;

    /// <param name="CameFor">Null for none of these, and before a model has read it.</param>
    /// <param name="Confidence">Null before a model has read it.</param>
    /// <param name="Segments">Names of those it is in.</param>
    public sealed record Result(
        Guid Id, DateTimeOffset? StartedAt, string? Language, IReadOnlyDictionary<string, string> Attributes, NamedIntent? CameFor, float? Confidence,
        IReadOnlyList<string> PriceWords, IReadOnlyList<string> Segments, IReadOnlyList<Line> Lines);

    /// <param name="Intent">Null for none of these, and of whoever is not the customer.</param>
    /// <param name="Likeliest">What it is most likely about where that is too unlikely to say.</param>
    public sealed record Line(int Number, Speaker Speaker, string Text, NamedIntent? Intent, NamedIntent? Likeliest, float? Confidence, float? Sentiment);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var conversation = await db.Conversations.AsNoTracking().SingleOrDefaultAsync(each => each.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
            var names = await IntentNames.ReadAsync(db, cancellationToken);
            var model = (await db.CurrentModelAsync(cancellationToken))?.Id;
            var read = await db.ConversationIntents.AsNoTracking()
                .SingleOrDefaultAsync(each => each.ModelId == model && each.ConversationId == request.Id, cancellationToken);
            var intents = await db.TurnIntents.AsNoTracking().Where(each => each.ModelId == model && each.ConversationId == request.Id)
                .ToDictionaryAsync(each => each.Number, cancellationToken);
            var segments = await db.SegmentConversations.Where(member => member.ConversationId == request.Id)
                .Join(db.DemandSegments, member => member.SegmentId, segment => segment.Id, (_, segment) => segment.Name).Order().ToListAsync(cancellationToken);
            var turns = await db.Turns.AsNoTracking().Where(turn => turn.ConversationId == request.Id).OrderBy(turn => turn.Number).ToListAsync(cancellationToken);
            return new(
                conversation.Id, conversation.StartedAt, conversation.Language, conversation.Attributes, Named(read?.Intent, names), read?.Confidence,
                read?.PriceWords ?? [], segments,
                [
                    .. turns.Select(turn => intents.TryGetValue(turn.Number, out var intent)
                        ? new Line(turn.Number, turn.Speaker, turn.Text, Named(intent.Intent, names), names[intent.Likeliest], intent.Confidence, intent.Sentiment)
                        : new Line(turn.Number, turn.Speaker, turn.Text, null, null, null, null)),
                ]);
        }

        private static NamedIntent? Named(string? key, IntentNames names) => key is null ? null : names[key];
    }
}
