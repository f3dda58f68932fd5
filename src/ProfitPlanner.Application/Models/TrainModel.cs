using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Review;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Intents.Classification;

namespace ProfitPlanner.Application.Models;

/// <summary>
/// Trains a model: writes the labelled turns to a private folder, runs the training program over it, measures what came
/// of it beside the current model, and keeps the bundle. After a crash the program goes on from its checkpoints.
/// </summary>
internal sealed class TrainModel(TrainingProgram program, ModelCatalogue catalogue, TimeProvider time) : IJobHandler
{
    public JobKind Kind => JobKind.Train;

    public async Task RunAsync(RunningJob job, CancellationToken cancellationToken)
    {
        var id = job.Subject!.Value;
        if (!await IsWantedAsync(job, id, cancellationToken))
            return;
        var folder = TrainingFolder.Open(program.Folder, id);
        try
        {
            await TrainAsync(job, id, folder, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Given up, or the app stops: then it goes on from the folder after the next start.
            if (!await IsWantedAsync(job, id, CancellationToken.None))
            {
                await job.InTransactionAsync(
                    db => db.IntentModels.Where(m => m.Id == id && m.State == ModelState.Training).ExecuteDeleteAsync(CancellationToken.None), CancellationToken.None);
                folder.Delete();
            }
            throw;
        }
        catch (Exception e) when (!TenantWork.IsAway(e))
        {
            await job.InTransactionAsync(db => db.IntentModels.Where(m => m.Id == id && m.State == ModelState.Training)
                .ExecuteUpdateAsync(change => change.SetProperty(m => m.State, ModelState.Failed), cancellationToken), cancellationToken);
            folder.Delete();
            throw;
        }
        folder.Delete();
    }

    private static Task<bool> IsWantedAsync(RunningJob job, Guid id, CancellationToken cancellationToken) =>
        job.InTransactionAsync(async db =>
            await db.IntentModels.AnyAsync(m => m.Id == id && m.State == ModelState.Training, cancellationToken)
            && !await db.Jobs.AnyAsync(j => j.Id == job.Id && j.IsCancelRequested, cancellationToken), cancellationToken);

    private async Task TrainAsync(RunningJob job, Guid id, TrainingFolder folder, CancellationToken cancellationToken)
    {
        var command = program.Path ?? throw new JobFailedException("TrainingUnavailable");
        if (!folder.HasTexts)
            await WriteTextsAsync(job, folder, cancellationToken);
        var progress = new TrainingShare(job);
        if (!folder.HasBundle)
            await TrainingRun.RunAsync(
                command, ["intents", "train", "--data", folder.Train, "--context-column", "context", "--out", folder.Bundle, "--half", "--progress", "json", "--while-input-lasts", .. program.Arguments],
                training => progress.HearAsync(training, cancellationToken), cancellationToken);
        var figures = await MeasureAsync(job, folder, command, cancellationToken);
        var bundle = folder.Zip();
        await job.InTransactionAsync(db => db.IntentModels.Where(m => m.Id == id && m.State == ModelState.Training).ExecuteUpdateAsync(
            change => change.SetProperty(m => m.Bundle, bundle).SetProperty(m => m.Fingerprint, ModelCatalogue.FingerprintOf(folder.Bundle))
                .SetProperty(m => m.Figures, figures.Write()).SetProperty(m => m.State, ModelState.Ready), cancellationToken), cancellationToken);
        await progress.DoneAsync(cancellationToken);
    }

    private static async Task WriteTextsAsync(RunningJob job, TrainingFolder folder, CancellationToken cancellationToken)
    {
        var texts = await job.InTransactionAsync(db => LabelledText.OfAsync(db, cancellationToken), cancellationToken);
        var parts = texts.ToLookup(text => HeldOut.Holds(text.Key.ConversationId));
        if (!TrainingSupply.Of(new LabelledTurns([.. texts.Select(text => new LabelledTurn(text.Key, text.Intent))], Undecided: 0)).IsEnough)
            throw new JobFailedException("TooFewLabels");
        await LabelledText.WriteAsync(folder.HeldOut, parts[true], cancellationToken);
        await LabelledText.WriteAsync(folder.Train, parts[false], cancellationToken);
    }

    private async Task<ModelFigures> MeasureAsync(RunningJob job, TrainingFolder folder, string command, CancellationToken cancellationToken)
    {
        // What lies in the folder, and not what has been labelled since: the two models see the same.
        var (texts, trained) = (LabelledText.Read(folder.HeldOut), LabelledText.Read(folder.Train).Count);
        var (current, keys) = await job.InTransactionAsync(async db => (
            await db.IntentModels.Where(m => m.IsCurrent).Select(m => new { m.Id, m.Number }).SingleOrDefaultAsync(cancellationToken),
            await db.DefinedIntents.Select(i => i.Key).ToListAsync(cancellationToken)), cancellationToken);
        var own = new OwnIntents(keys.ToHashSet());

        IReadOnlyList<HeldOutMeasure.Answer> answers;
        using (var classifier = IntentClassifier.Load(folder.Bundle))
        {
            var predictions = HeldOutMeasure.Predictions(classifier, texts, cancellationToken);
            answers = HeldOutMeasure.Answers(texts, predictions, own);
            // What corrects shares: the whole model's errors on conversations it has not seen, not those it was chosen by.
            classifier.Confusion?.With([.. texts.Zip(predictions, (text, prediction) => (text.Intent, prediction.Intent))]).AddTo(folder.Bundle);
        }
        var other = current is null ? null : await CompareAsync(job, current.Id, current.Number, texts, own, answers, cancellationToken);
        return new ModelFigures(
            time.GetUtcNow(), trained, texts.Count, texts.Select(text => text.Key.ConversationId).Distinct().Count(), HeldOutMeasure.Of(answers), other,
            await CurveAsync(folder, command, texts, cancellationToken));
    }

    private async Task<ModelFigures.OtherModel?> CompareAsync(
        RunningJob job, Guid id, int number, IReadOnlyList<LabelledText> texts, OwnIntents own, IReadOnlyList<HeldOutMeasure.Answer> answers, CancellationToken cancellationToken)
    {
        // Where it shipped with an earlier version of the app, there is nothing to compare with.
        if (await job.InTransactionAsync(db => db.ReadyModelAsync(id, cancellationToken), cancellationToken) is not { } model)
            return null;
        try
        {
            using var borrowed = await catalogue.BorrowAsync(job, model, cancellationToken);
            var classifier = borrowed.Classifier;
            var others = HeldOutMeasure.Answers(texts, HeldOutMeasure.Predictions(classifier, texts, cancellationToken), own);
            var apart = answers.Zip(others).Where(pair => pair.First.IsRight != pair.Second.IsRight).ToList();
            var ahead = apart.Count(pair => pair.First.IsRight);
            return new ModelFigures.OtherModel(
                id, number, model.IsShipped, classifier.Manifest.Heads[0].Labels.Count(label => own.Of(label) is null), HeldOutMeasure.Of(others), ahead, apart.Count - ahead);
        }
        catch (JobFailedException)
        {
            // It cannot be read, or is gone: the more the new one is needed.
            return null;
        }
    }

    private static async Task<IReadOnlyList<ModelFigures.LearningPoint>> CurveAsync(
        TrainingFolder folder, string command, IReadOnlyList<LabelledText> held, CancellationToken cancellationToken)
    {
        if (held.All(text => text.Intent is null))
            return [];
        var result = await TrainingRun.RunAsync(
            command, ["intents", "learning-curve", "--data", folder.Train, "--held-out", folder.HeldOut, "--context-column", "context", "--while-input-lasts"], _ => Task.CompletedTask, cancellationToken);
        return JsonSerializer.Deserialize<Curve>(result, JsonSerializerOptions.Web)!.Points;
    }

    private sealed record Curve(IReadOnlyList<ModelFigures.LearningPoint> Points);
}
