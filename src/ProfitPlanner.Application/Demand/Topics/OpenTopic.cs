using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>A topic with its sentences, the nearest to its middle first.</summary>
public static class OpenTopic
{
    private const int PageSize = 50;

    // Deeper than anybody reads; a page costs as much as all before it.
    private const int MostPages = 1_000;

    /// <param name="Page">Counts from 1.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Query(Guid Id, int Page = 1) : ITenantRequest<Result>;

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(x => x.Page).InclusiveBetween(1, MostPages);
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var topic = await db.WholeTopicAsync(request.Id, cancellationToken);
            var parts = await db.Topics.AsNoTracking().Where(t => t.Id == topic.Id || t.MergedInto == topic.Id).Select(t => new { t.Id, t.Size }).ToListAsync(cancellationToken);
            Guid[] ids = [.. parts.Select(part => part.Id)];
            var sentences = await (
                from member in db.TopicTurns
                join turn in db.Turns on new { member.ConversationId, member.Number } equals new { turn.ConversationId, turn.Number }
                join conversation in db.Conversations on turn.ConversationId equals conversation.Id
                where ids.Contains(member.TopicId)
                orderby member.Nearness descending, member.ConversationId, member.Number
                select new Sentence(turn.ConversationId, turn.Text, turn.At ?? conversation.StartedAt))
                .Skip((request.Page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
            var others = await db.Topics.AsNoTracking().Where(t => t.Id != topic.Id && t.MergedInto == null).OrderByDescending(t => t.Size).ThenBy(t => t.Id)
                .Select(t => new Other(t.Id, t.Name, t.Terms)).ToListAsync(cancellationToken);
            var size = parts.Sum(part => part.Size);
            return new Result(
                topic.Id, topic.Name, topic.Terms, size, ids.Length - 1, sentences, others, request.Page, Math.Clamp((size + PageSize - 1) / PageSize, 1, MostPages));
        }
    }

    /// <param name="Size">Turns.</param>
    /// <param name="Parts">Topics that were merged into it.</param>
    /// <param name="Others">Topics that it could be merged into.</param>
    public sealed record Result(
        Guid Id, string? Name, IReadOnlyList<string> Terms, int Size, int Parts, IReadOnlyList<Sentence> Sentences, IReadOnlyList<Other> Others, int Page, int Pages);

    /// <param name="Text">With personal data masked.</param>
    public sealed record Sentence(Guid Conversation, string Text, DateTimeOffset? At);

    public sealed record Other(Guid Id, string? Name, IReadOnlyList<string> Terms);
}
