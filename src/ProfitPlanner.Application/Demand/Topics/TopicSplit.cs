using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Intents.Topics;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>Puts the parts of a topic in its place: the largest keeps its name and its id, the others are new.</summary>
internal sealed class TopicSplit(PlannerDb db, Guid id)
{
    // How far from the topic its parts are put on the map.
    private const double Aside = 0.06;

    public async Task WriteAsync(IReadOnlyList<TopicalTurn> turns, SphericalClusters parts, CancellationToken cancellationToken)
    {
        await db.LockTopicsAsync(cancellationToken);
        if (parts.Middles.Count < 2 || await db.Topics.SingleOrDefaultAsync(topic => topic.Id == id, cancellationToken) is not { MergedInto: null } topic)
            return;
        var terms = await TermsAsync(turns, parts, cancellationToken);
        var merged = await db.Topics.Where(part => part.MergedInto == id).ToListAsync(cancellationToken);
        Guid[] gone = [id, .. merged.Select(part => part.Id)];
        await db.TopicTurns.Where(turn => gone.Contains(turn.TopicId)).ExecuteDeleteAsync(cancellationToken);
        db.RemoveRange(merged);

        int[] bySize = [.. Enumerable.Range(0, parts.Middles.Count).OrderByDescending(part => parts.Groups.Count(group => group == part))];
        var topics = new Topic[bySize.Length];
        for (var i = 0; i < bySize.Length; i++)
        {
            var part = bySize[i];
            topics[part] = i == 0 ? topic : new Topic
            {
                OrganisationId = db.Tenant.OrganisationId,
                Terms = [],
                Direction = [],
                Size = 0,
                X = Math.Clamp(topic.X + Aside * Math.Cos(i), -1, 1),
                Y = Math.Clamp(topic.Y + Aside * Math.Sin(i), -1, 1),
            };
            (topics[part].Direction, topics[part].Terms, topics[part].Size, topics[part].IsKept) = (parts.Middles[part], terms[part], 0, true);
            if (i > 0)
                db.Add(topics[part]);
        }
        await db.SaveChangesAsync(cancellationToken);
        await db.AddTopicTurnsAsync(turns.Select((turn, i) => (turn.Conversation, turn.Number, topics[parts.Groups[i]].Id, parts.Nearness[i])), cancellationToken);
    }

    // Against the other topics as well: what all parts have in common is theirs, too.
    private async Task<IReadOnlyList<string[]>> TermsAsync(IReadOnlyList<TopicalTurn> turns, SphericalClusters parts, CancellationToken cancellationToken)
    {
        var others = await (
            from member in db.TopicTurns
            join topic in db.Topics on member.TopicId equals topic.Id
            join turn in db.Turns on new { member.ConversationId, member.Number } equals new { turn.ConversationId, turn.Number }
            where (topic.MergedInto ?? topic.Id) != id
            select new { Topic = topic.MergedInto ?? topic.Id, turn.Text }).ToListAsync(cancellationToken);
        var own = turns.Select((turn, i) => (turn.Text, Group: parts.Groups[i])).ToLookup(turn => turn.Group, turn => turn.Text);
        return TopicTerms.Of(
        [
            .. Enumerable.Range(0, parts.Middles.Count).Select(part => own[part]),
            .. others.GroupBy(turn => turn.Topic, turn => turn.Text),
        ]);
    }
}
