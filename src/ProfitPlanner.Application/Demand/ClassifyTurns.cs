using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand.Classification;
using ProfitPlanner.Application.Demand.Topics;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Jobs;

namespace ProfitPlanner.Application.Demand;

/// <summary>
/// Gives customers' turns and conversations their intents. The job's subject is an upload, whose conversations the
/// current model reads; a model, which reads everything; or null: the current model reads everything.
/// </summary>
internal sealed class ClassifyTurns(ModelCatalogue catalogue, TimeProvider time) : IJobHandler
{
    public JobKind Kind => JobKind.Classify;

    public async Task RunAsync(RunningJob job, CancellationToken cancellationToken)
    {
        var (model, upload) = await job.InTransactionAsync(db => FindAsync(db, job.Subject, cancellationToken), cancellationToken);
        using var borrowed = await catalogue.BorrowAsync(job, model, cancellationToken);
        var classifier = new ConversationClassifier(borrowed.Classifier, model.IsShipped ? ConversationClassifier.ShippedLanguages : null);
        var reader = new ConversationReader(model.Id, upload);
        var (done, total) = await job.InTransactionAsync(db => reader.CountAsync(db, cancellationToken), cancellationToken);
        await job.ReportAsync(done, total, cancellationToken);

        var after = Guid.Empty;
        while (await job.InTransactionAsync(db => reader.NextAsync(db, after, cancellationToken), cancellationToken) is { Count: > 0 } batch)
        {
            var classified = classifier.Classify(batch, cancellationToken);
            await job.InTransactionAsync(db => WriteAsync(db, model.Id, classified, cancellationToken), cancellationToken);
            after = batch[^1].Id;
            done += classified.Sum(conversation => conversation.New.Count);
            await job.ReportAsync(done, total, cancellationToken);
        }

        if (model is { IsShipped: true, IsCurrent: false })
            await job.InTransactionAsync(db => ReplaceAsync(db, model.Id, cancellationToken), cancellationToken);
        // Whoever looks next finds segments and counts that know what has come.
        await job.InTransactionAsync(db => RefreshSegments.RunAsync(db, time.GetUtcNow(), cancellationToken), cancellationToken);
    }

    private async Task<(CatalogueModel Model, Guid? Upload)> FindAsync(PlannerDb db, Guid? subject, CancellationToken cancellationToken)
    {
        if (subject is { } id)
        {
            if (await db.ReadyModelAsync(id, cancellationToken) is { } asked)
                return (asked, null);
            if (!await db.Uploads.AnyAsync(u => u.Id == id, cancellationToken))
                throw new JobFailedException("SubjectGone");
        }
        var model = await db.ModelToReadByAsync(time, cancellationToken);
        // One that is to take over reads everything first, or demand would have a hole.
        return (model, model.IsCurrent ? subject : null);
    }

    private static async Task WriteAsync(PlannerDb db, Guid model, IReadOnlyList<ClassifiedConversation> classified, CancellationToken cancellationToken)
    {
        await new IntentWriter(db, model).WriteAsync(classified, cancellationToken);
        if (await KnownTopics.LoadAsync(db, model, cancellationToken) is { } topics)
            await db.AddTopicTurnsAsync(topics.Of(classified), cancellationToken);
    }

    // Only where what was current shipped with an earlier version, and is here no more.
    private static async Task ReplaceAsync(PlannerDb db, Guid model, CancellationToken cancellationToken)
    {
        var isGone = await db.IntentModels.AnyAsync(m => m.IsCurrent && m.Bundle == null && m.Fingerprint != ModelCatalogue.ShippedFingerprint, cancellationToken);
        if (!isGone)
            return;
        await db.IntentModels.Where(m => m.IsCurrent).ExecuteUpdateAsync(s => s.SetProperty(m => m.IsCurrent, false), cancellationToken);
        await db.IntentModels.Where(m => m.Id == model).ExecuteUpdateAsync(s => s.SetProperty(m => m.IsCurrent, true), cancellationToken);
    }
}
