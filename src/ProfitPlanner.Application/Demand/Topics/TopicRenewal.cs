using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Intents.Topics;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>Puts what a search has found in the place of what there was; what people named, merged or split stays.</summary>
internal sealed class TopicRenewal(PlannerDb db)
{
    /// <param name="old">The topics that the search began at, with their directions in its space.</param>
    public async Task WriteAsync(
        IReadOnlyList<TopicalTurn> turns, SphericalClusters found, IReadOnlyList<(Topic Topic, float[] Direction)> old, CancellationToken cancellationToken)
    {
        await db.LockTopicsAsync(cancellationToken);
        // As they are now: somebody may have named one while the search went on.
        var stored = await db.Topics.ToDictionaryAsync(topic => topic.Id, cancellationToken);
        var matched = TopicMatching.Match(found.Middles, [.. old.Where(known => stored.ContainsKey(known.Topic.Id)).Select(known => (stored[known.Topic.Id], known.Direction))]);
        await db.TopicTurns.ExecuteDeleteAsync(cancellationToken);

        Topic[] topics = [.. matched.Select((topic, group) => topic ?? New(found.Middles[group]))];
        foreach (var topic in stored.Values)
            Forget(topic, topics, found.Middles[0].Length);
        for (var group = 0; group < topics.Length; group++)
        {
            var topic = topics[group];
            (topic.Direction, topic.Size, topic.MergedInto) = (found.Middles[group], 0, topic.IsKept ? topic.MergedInto : null);
        }
        Place(topics);
        Name(topics, turns, found);
        await db.SaveChangesAsync(cancellationToken);
        await db.AddTopicTurnsAsync(turns.Select((turn, i) => (turn.Conversation, turn.Number, topics[found.Groups[i]].Id, found.Nearness[i])), cancellationToken);
    }

    private Topic New(float[] direction)
    {
        var topic = new Topic { OrganisationId = db.Tenant.OrganisationId, Terms = [], Direction = direction, Size = 0, X = 0, Y = 0 };
        db.Add(topic);
        return topic;
    }

    // What somebody made stays, empty, for a later search; it must not draw turns by a direction of another space.
    private void Forget(Topic topic, Topic[] found, int hidden)
    {
        if (found.Contains(topic))
            return;
        if (!topic.IsKept)
            db.Remove(topic);
        topic.Size = 0;
        if (topic.Direction.Length != hidden)
            topic.Direction = new float[hidden];
    }

    private static void Place(Topic[] topics)
    {
        foreach (var (topic, place) in topics.Zip(TopicMap.Of([.. topics.Select(topic => topic.Direction)])))
            (topic.X, topic.Y) = place;
    }

    private static void Name(Topic[] topics, IReadOnlyList<TopicalTurn> turns, SphericalClusters found)
    {
        var texts = turns.Select((turn, i) => (turn.Text, Topic: topics[found.Groups[i]])).ToLookup(turn => turn.Topic, turn => turn.Text);
        do
        {
            // Parts of one topic are told from the others, not from each other.
            var wholes = topics.ToLookup(topic => topic.MergedInto ?? topic.Id);
            var terms = TopicTerms.Of([.. wholes.Select(parts => parts.SelectMany(part => texts[part]))]);
            foreach (var (parts, own) in wholes.Zip(terms))
            {
                foreach (var part in parts)
                    part.Terms = own;
            }
        }
        while (JoinNamesakes(topics));
    }

    // The same words after others lie elsewhere; to whoever reads the list they are one topic.
    private static bool JoinNamesakes(Topic[] topics)
    {
        var namesakes = topics.Where(topic => topic is { IsKept: false, MergedInto: null })
            .GroupBy(topic => string.Join(' ', topic.Terms.Take(Topic.NamingTerms).Order(StringComparer.Ordinal))).Where(same => same.Count() > 1).ToList();
        foreach (var same in namesakes)
        {
            // The oldest: the next search comes to the same.
            var whole = same.MinBy(topic => topic.Id)!;
            foreach (var topic in topics.Where(topic => topic != whole && same.Any(other => other.Id == (topic.MergedInto ?? topic.Id))))
                topic.MergedInto = whole.Id;
        }
        return namesakes.Count > 0;
    }
}
