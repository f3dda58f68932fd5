using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Intents.Topics;

namespace ProfitPlanner.Application.Demand.Topics;

/// <summary>
/// Groups what customers say into topics, without labels. The job's subject is a topic, which is split, or null: all
/// are looked for anew, beginning at those that there are.
/// </summary>
internal sealed class FindTopics(ModelCatalogue catalogue, TimeProvider time) : IJobHandler
{
    // Fewer turns have no groups that would be there again the next time.
    private const int LeastTurns = 30;

    private const int MostTopics = 40;
    private const int MostParts = 5;

    // Another number of topics than before must keep them apart better by this much: lists that jump are of no use.
    private const double Better = 0.02;

    public JobKind Kind => JobKind.FindTopics;

    public async Task RunAsync(RunningJob job, CancellationToken cancellationToken)
    {
        var model = await job.InTransactionAsync(
            async db => (await db.ModelToReadByAsync(time, cancellationToken)) is { IsCurrent: true } current ? current : null, cancellationToken)
            ?? throw new JobFailedException("NotClassified");
        using var borrowed = await catalogue.BorrowAsync(job, model, cancellationToken);
        var turns = await new TopicSample(job, borrowed.Classifier, model.Id).ReadAsync(job.Subject, cancellationToken);
        if (turns.Count < LeastTurns)
            throw new JobFailedException("TooFewTurns");
        float[][] directions = [.. turns.Select(turn => turn.Direction)];
        if (job.Subject is { } topic)
        {
            var parts = SphericalClusters.Find(directions, Best(TopicCount.Try(directions, 2, MostParts, cancellationToken), null), cancellationToken: cancellationToken);
            await job.InTransactionAsync(db => new TopicSplit(db, topic).WriteAsync(turns, parts, cancellationToken), cancellationToken);
            return;
        }

        var old = await job.InTransactionAsync(db => OldAsync(db, model.Id, turns, cancellationToken), cancellationToken);
        var kept = old.Count(known => known.Topic.IsKept);
        var tried = TopicCount.Try(directions, Math.Max(2, kept), Math.Max(MostTopics, kept), cancellationToken);
        var found = SphericalClusters.Find(directions, Best(tried, old.Count), [.. old.Select(known => known.Direction)], cancellationToken: cancellationToken);
        await job.InTransactionAsync(
            async db =>
            {
                await new TopicRenewal(db).WriteAsync(turns, found, old, cancellationToken);
                await NoteAsync(db, model.Id, turns.Count, tried, cancellationToken);
            }, cancellationToken);
    }

    private static int Best(IReadOnlyList<TopicCount> tried, int? before)
    {
        var best = tried.MaxBy(count => count.Silhouette)!;
        var same = before is > 0 ? tried.MinBy(count => Math.Abs(count.Groups - before.Value))! : best;
        return best.Silhouette > same.Silhouette + Better ? best.Groups : Math.Max(same.Groups, before ?? 0);
    }

    /// <summary>The topics there are, with their directions as this model sees them: those that people made first, then the largest.</summary>
    private static async Task<IReadOnlyList<(Topic Topic, float[] Direction)>> OldAsync(
        PlannerDb db, Guid model, IReadOnlyList<TopicalTurn> turns, CancellationToken cancellationToken)
    {
        var topics = await db.Topics.AsNoTracking().OrderByDescending(t => t.IsKept).ThenByDescending(t => t.Size).ThenBy(t => t.Id).ToListAsync(cancellationToken);
        if (topics is [] || await db.TopicSearches.AnyAsync(s => s.ModelId == model, cancellationToken))
            return [.. topics.Select(topic => (topic, topic.Direction))];
        // Another encoder has another space: a topic is then where its turns lie.
        var members = await db.TopicTurns.Select(t => new { t.ConversationId, t.Number, t.TopicId }).ToDictionaryAsync(t => (t.ConversationId, t.Number), t => t.TopicId, cancellationToken);
        var directions = turns.Where(turn => members.ContainsKey((turn.Conversation, turn.Number))).ToLookup(turn => members[(turn.Conversation, turn.Number)], turn => turn.Direction);
        return [.. topics.Where(topic => directions.Contains(topic.Id)).Select(topic => (topic, SphericalClusters.Find([.. directions[topic.Id]], 1).Middles[0]))];
    }

    private async Task NoteAsync(PlannerDb db, Guid model, int turns, IReadOnlyList<TopicCount> tried, CancellationToken cancellationToken)
    {
        var search = await db.TopicSearches.SingleOrDefaultAsync(cancellationToken);
        if (search is null)
            db.Add(search = new TopicSearch { OrganisationId = db.Tenant.OrganisationId, ModelId = model, At = time.GetUtcNow(), Turns = turns, Tried = "[]" });
        (search.ModelId, search.At, search.Turns, search.Tried) = (model, time.GetUtcNow(), turns, JsonSerializer.Serialize(tried, JsonSerializerOptions.Web));
        await db.SaveChangesAsync(cancellationToken);
    }
}
