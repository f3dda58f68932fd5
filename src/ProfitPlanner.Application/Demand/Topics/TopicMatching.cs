using System.Numerics.Tensors;
using ProfitPlanner.Data.Demand;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>Which of the groups that were found is which of the topics there were: names and merges outlive a search by it.</summary>
internal static class TopicMatching
{
    // Cosine from which on two directions are of one topic.
    private const float Same = 0.8f;

    /// <summary>Each group's topic, the nearest pairs first; null of a group that is like none.</summary>
    /// <param name="old">Topics with their directions in the space of the groups.</param>
    public static Topic?[] Match(IReadOnlyList<float[]> groups, IReadOnlyList<(Topic Topic, float[] Direction)> old)
    {
        var matched = new Topic?[groups.Count];
        var pairs =
            from topic in old
            from place in Enumerable.Range(0, groups.Count)
            let cosine = TensorPrimitives.Dot<float>(topic.Direction, groups[place])
            where cosine >= Same
            orderby cosine descending
            select (topic.Topic, Place: place);
        foreach (var (topic, place) in pairs)
        {
            if (matched[place] is null && !matched.Contains(topic))
                matched[place] = topic;
        }
        return matched;
    }
}
