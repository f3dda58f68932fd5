using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Demand;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>The topics of an organisation, the largest first, and how they were found.</summary>
public static class ListTopics
{
    [Requires(Permission.Read)]
    public sealed record Query : ITenantRequest<Result>;

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var topics = await db.Topics.AsNoTracking().ToListAsync(cancellationToken);
            var search = await db.TopicSearches.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
            var trend = await TopicTrend.ReadAsync(db, cancellationToken);
            var parts = topics.ToLookup(topic => topic.MergedInto);
            var hasConversations = await db.ConversationIntents.AnyAsync(cancellationToken);
            return new Result(
                [
                    .. parts[null]
                        .Select(topic => new Item(
                            topic.Id, topic.Name, topic.Terms, topic.Size + parts[topic.Id].Sum(part => part.Size), parts[topic.Id].Count(),
                            topic.X, topic.Y, trend.Of(topic.Id), trend.IsNew(topic.Id)))
                        .OrderByDescending(topic => topic.Size).ThenBy(topic => topic.Id),
                ],
                search is null ? null : new Search(search.At, search.Turns, JsonSerializer.Deserialize<TriedCount[]>(search.Tried, JsonSerializerOptions.Web)!),
                trend.Month,
                hasConversations);
        }
    }

    /// <param name="Month">The last month that has a conversation with a topic; null where none has a date.</param>
    /// <param name="HasConversations">Whether any conversation has been read by a model.</param>
    public sealed record Result(IReadOnlyList<Item> Topics, Search? Search, DateOnly? Month, bool HasConversations);

    /// <param name="Turns">That were looked at.</param>
    /// <param name="Tried">Numbers of topics, and how well each keeps them apart.</param>
    public sealed record Search(DateTimeOffset At, int Turns, IReadOnlyList<TriedCount> Tried);

    /// <param name="Groups">How many topics.</param>
    /// <param name="Silhouette">How well they keep turns apart, in [−1, 1].</param>
    public sealed record TriedCount(int Groups, double Silhouette);

    /// <param name="Name">What somebody called it; null where its terms stand for it.</param>
    /// <param name="Size">Turns.</param>
    /// <param name="Parts">Topics that were merged into it.</param>
    /// <param name="Change">Of its share of the conversations since the month before.</param>
    /// <param name="IsNew">Whether nobody spoke of it before the last month.</param>
    public sealed record Item(
        Guid Id, string? Name, IReadOnlyList<string> Terms, int Size, int Parts, double X, double Y, ShareChange? Change, bool IsNew);
}
