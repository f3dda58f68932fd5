using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand.Classification;
using ProfitPlanner.Data;
using ProfitPlanner.Intents.Topics;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>The topics that there are, for turns that come later.</summary>
internal sealed class KnownTopics
{
    /// <summary>A turn farther than this from every topic is of none of them; what many such are about, the next search finds.</summary>
    public const float Near = 0.6f;

    private readonly Guid[] _ids;
    private readonly float[][] _directions;

    private KnownTopics(Guid[] ids, float[][] directions) => (_ids, _directions) = (ids, directions);

    /// <summary>Those whose directions are of the model's encoder; null where there are none.</summary>
    public static async Task<KnownTopics?> LoadAsync(PlannerDb db, Guid model, CancellationToken cancellationToken)
    {
        if (!await db.TopicSearches.AnyAsync(s => s.ModelId == model, cancellationToken))
            return null;
        var topics = await db.Topics.Select(t => new { t.Id, t.Direction }).ToListAsync(cancellationToken);
        return topics is [] ? null : new KnownTopics([.. topics.Select(topic => topic.Id)], [.. topics.Select(topic => topic.Direction)]);
    }

    /// <summary>Which of the new turns of conversations are of which topic.</summary>
    public IEnumerable<(Guid Conversation, int Number, Guid Topic, float Nearness)> Of(IEnumerable<ClassifiedConversation> conversations) =>
        from conversation in conversations
        from turn in conversation.New
        where TopicalTurn.Is(turn.Text, turn.Given) && turn.Direction.Length == _directions[0].Length
        let nearest = SphericalClusters.Nearest(_directions, turn.Direction)
        where nearest.Nearness >= Near
        select (conversation.Id, turn.Number, _ids[nearest.Group], nearest.Nearness);
}
