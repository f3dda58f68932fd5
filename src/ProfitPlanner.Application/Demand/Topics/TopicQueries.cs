using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;

namespace ProfitPlanner.Application.Demand.Topics;

internal static class TopicQueries
{
    /// <summary>A topic that stands for itself.</summary>
    /// <exception cref="NotFoundException">There is none, or it is a part of another.</exception>
    public static async Task<Topic> WholeTopicAsync(this PlannerDb db, Guid id, CancellationToken cancellationToken) =>
        await db.Topics.SingleOrDefaultAsync(t => t.Id == id && t.MergedInto == null, cancellationToken) ?? throw new NotFoundException();

    /// <summary>A person has made something of a topic: it outlives new searches, as do its parts.</summary>
    /// <returns>Its parts.</returns>
    public static async Task<IReadOnlyList<Topic>> KeepAsync(this PlannerDb db, Topic topic, CancellationToken cancellationToken)
    {
        var parts = await db.Topics.Where(part => part.MergedInto == topic.Id).ToListAsync(cancellationToken);
        foreach (var kept in parts.Append(topic))
            kept.IsKept = true;
        return parts;
    }
}
