using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Models;
using ProfitPlanner.Application.Tests.Jobs;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Transcripts;
using ProfitPlanner.Intents.Classification;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Models;

/// <summary>Training by the real program, on a few real questions to a bank.</summary>
public sealed class TrainingModels : IClassFixture<PlannerFixture>, IDisposable
{
    private static readonly string[] Intents = ["card_arrival", "request_refund", "change_pin"];

    private readonly PlannerFixture _planner;
    private readonly string _folder = Directory.CreateTempSubdirectory("profitplanner-tests-").FullName;

    public TrainingModels(PlannerFixture planner) => _planner = planner;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_model_learns_from_labels_is_measured_beside_the_current_one_and_can_be_loaded()
    {
        var (organisation, owner) = await GivenAsync(each: 30);

        Assert.Equal(StartTraining.Result.Started, await owner.Send(new StartTraining.Command()));
        Assert.Equal(StartTraining.Result.UnderWay, await owner.Send(new StartTraining.Command()));
        await RunAsync("--config tiny --epochs 12 --seed 1");

        var models = (await owner.Send(new ListModels.Query())).Models;
        var trained = models.Single(model => !model.IsShipped);
        Assert.True(trained.IsReady, trained.Training?.Failure);
        Assert.False(trained.IsCurrent);
        var figures = trained.Figures!;
        Assert.Equal(90, figures.TrainingTurns + figures.HeldOutTurns);
        Assert.Equal(figures.HeldOutTurns, figures.HeldOutConversations);
        Assert.InRange(figures.Own.Accuracy, 0.6, 1);
        Assert.Equal(figures.HeldOutTurns, figures.Own.Confusion.Sum(row => row.Sum()));
        Assert.Equal([0.25, 0.5, 0.75, 1], figures.LearningCurve.Select(point => point.Share));
        Assert.Equal(figures.TrainingTurns, figures.LearningCurve[^1].Texts);
        // The one that ships knows none of these names: each of its answers counts as none of these.
        Assert.True(figures.Other!.IsShipped);
        Assert.Equal(48, figures.Other.Unknown);
        Assert.Equal(0, figures.Other.Measure.Accuracy);
        Assert.Equal(figures.Own.Confusion.SelectMany((row, label) => Enumerable.Repeat(figures.Own.Labels[label], (int)row.Sum())).Order(),
            figures.Other.Measure.Confusion.SelectMany((row, label) => Enumerable.Repeat(figures.Other.Measure.Labels[label], (int)row.Sum())).Order());

        await using var db = _planner.Database.AsOwner();
        var stored = await db.IntentModels.IgnoreQueryFilters().SingleAsync(m => m.OrganisationId == organisation.Id && m.Id == trained.Id, Cancellation);
        Assert.InRange(stored.Bundle!.Length, 1_000, TrainingFolder.LargestBundle);
        Assert.Equal(32, stored.Fingerprint.Length);
        using var classifier = BundleArchive.Read(stored.Bundle, folder => IntentClassifier.Load(folder));
        Assert.Equal(Intents.Order(), classifier.Manifest.Heads[0].Labels);
        // What corrects shares is of the held-out turns, unless they are fewer than the two or three of a label that the trainer chose by.
        Assert.All(classifier.Manifest.Heads[0].Labels, (label, i) =>
        {
            var held = figures.Own.Labels.Contains(label) ? figures.Own.Confusion[figures.Own.Labels.ToList().IndexOf(label)].Sum() : 0;
            Assert.InRange(classifier.Confusion!.Counts[i].Sum(), held, Math.Max(held, 3));
        });
        Assert.Equal(Intents[0], classifier.Classify("when will my new card arrive?").Ranked[0].Label);
        AssertNothingIsLeft();

        Assert.Equal(UseModel.Result.Used, await owner.Send(new UseModel.Command(trained.Id)));
        Assert.True((await owner.Send(new OpenModel.Query(trained.Id))).IsCurrent);
    }

    [Fact]
    public async Task A_training_that_is_given_up_stops_its_program_and_leaves_nothing()
    {
        var (_, owner) = await GivenAsync(each: 20);
        await owner.Send(new StartTraining.Command());
        var training = (await owner.Send(new ListModels.Query())).UnderWay!;
        var running = RunAsync("--config tiny --epochs 1000");
        await UntilAsync(() => Directory.Exists(Path.Combine(FolderOf(training.Id), "model.checkpoints")));

        await owner.Send(new CancelJob.Command(training.Training!.Id));
        await running;

        Assert.DoesNotContain((await owner.Send(new ListModels.Query())).Models, model => !model.IsShipped);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_training_that_was_broken_off_goes_on_from_its_checkpoint()
    {
        var (organisation, owner) = await GivenAsync(each: 20);
        await owner.Send(new StartTraining.Command());
        var training = (await owner.Send(new ListModels.Query())).UnderWay!;
        var checkpoints = Path.Combine(FolderOf(training.Id), "model.checkpoints");
        using (var stopping = new CancellationTokenSource())
        {
            var running = RunAsync("--config tiny --epochs 40", stopping: stopping);
            await UntilAsync(() => Directory.Exists(checkpoints) && Directory.GetDirectories(checkpoints, "step-*", SearchOption.AllDirectories).Any(path => !path.EndsWith(".part", StringComparison.Ordinal)));
            await stopping.CancelAsync();
            await running;
        }
        await using var db = _planner.Database.AsOwner();
        Assert.Equal(JobState.Queued, (await db.Jobs.IgnoreQueryFilters().AsNoTracking().SingleAsync(j => j.OrganisationId == organisation.Id, Cancellation)).State);
        var kept = File.GetLastWriteTimeUtc(Path.Combine(FolderOf(training.Id), "train.csv"));
        Assert.True(Directory.Exists(checkpoints));

        await RunAsync("--config tiny --epochs 40");

        var trained = (await owner.Send(new ListModels.Query())).Models.Single(model => model.Id == training.Id);
        Assert.True(trained.IsReady, $"{trained.Training}");
        Assert.True(kept < DateTime.UtcNow);
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_current_model_that_cannot_be_read_does_not_keep_its_replacement_from_being_trained()
    {
        var (organisation, owner) = await GivenAsync(each: 8);
        await using (var db = _planner.Database.AsOwner())
            await db.IntentModels.IgnoreQueryFilters().Where(m => m.OrganisationId == organisation.Id).ExecuteUpdateAsync(change => change.SetProperty(m => m.Bundle, [1, 2, 3]), Cancellation);
        await owner.Send(new StartTraining.Command());

        await RunAsync("--config tiny --epochs 2");

        var trained = (await owner.Send(new ListModels.Query())).Models.Single(model => !model.IsShipped);
        Assert.True(trained.IsReady, trained.Training?.Failure);
        Assert.Null(trained.Figures!.Other);
    }

    [Fact]
    public async Task What_goes_wrong_unexpectedly_fails_the_model_and_leaves_nothing()
    {
        var (_, owner) = await GivenAsync(each: 8);
        await owner.Send(new StartTraining.Command());
        var training = (await owner.Send(new ListModels.Query())).UnderWay!;
        // As if another had trained it, and the disk had lost half.
        Directory.CreateDirectory(Path.Combine(FolderOf(training.Id), "model"));

        await RunAsync("");

        var failed = (await owner.Send(new ListModels.Query())).Models.Single(model => model.Id == training.Id);
        Assert.Equal((false, JobState.Failed, "Unexpected"), (failed.IsReady, failed.Training!.State, failed.Training.Failure));
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task What_is_trained_stays_where_the_database_is_away_for_a_moment()
    {
        var (organisation, owner) = await GivenAsync(each: 8);
        await owner.Send(new StartTraining.Command());
        var training = (await owner.Send(new ListModels.Query())).UnderWay!;
        var scopes = new Faltering(_planner.Get<IServiceScopeFactory>()) { Successes = 1, Failures = 1 };
        var job = new RunningJob(new TenantWork(scopes), organisation.Id, training.Training!.Id, training.Id, organisation.Owner.Id);
        var train = new TrainModel(new TrainingProgram(new TrainingOptions { Folder = _folder }), _planner.Get<ModelCatalogue>(), TimeProvider.System);

        await Assert.ThrowsAsync<InvalidOperationException>(() => train.RunAsync(job, Cancellation));

        Assert.True(Directory.Exists(FolderOf(training.Id)));
        Assert.NotNull((await owner.Send(new ListModels.Query())).UnderWay);
        await _planner.EndedAsync(organisation, training.Training.Id);
    }

    [Fact]
    public async Task A_report_that_does_not_reach_the_database_is_no_reason_to_stop()
    {
        var scopes = new Faltering(_planner.Get<IServiceScopeFactory>()) { Failures = 1 };
        var organisation = await _planner.GivenOrganisationAsync();
        var id = await _planner.GivenJobAsync(organisation, JobKind.Train);
        var share = new TrainingShare(new RunningJob(new TenantWork(scopes), organisation.Id, id, null, organisation.Owner.Id));

        await share.HearAsync(new TrainingRun.Progress("choosing", 1, 2), Cancellation);
        Assert.Equal(0, (await _planner.JobAsync(organisation, id)).Done);
        await share.HearAsync(new TrainingRun.Progress("choosing", 2, 2), Cancellation);

        Assert.Equal(450, (await _planner.JobAsync(organisation, id)).Done);
        await _planner.EndedAsync(organisation, id);
    }

    [Fact]
    public async Task What_a_crash_left_long_ago_is_removed_when_the_app_starts()
    {
        var (old, recent) = (Directory.CreateDirectory(FolderOf(Guid.NewGuid())), Directory.CreateDirectory(FolderOf(Guid.NewGuid())));
        old.LastWriteTimeUtc = DateTime.UtcNow.AddDays(-8);

        await new ForgottenTrainings(new TrainingProgram(new TrainingOptions { Folder = _folder })).StartAsync(Cancellation);

        Assert.False(Directory.Exists(old.FullName));
        Assert.True(Directory.Exists(recent.FullName));
    }

    [Fact]
    public async Task Too_few_labels_are_told_before_anything_begins()
    {
        var organisation = await _planner.GivenOrganisationAsync();
        var owner = _planner.As(organisation.Owner, organisation);
        await _planner.GivenIntentsAsync(organisation, Reviews.Refund, Reviews.Delivery);
        await _planner.GivenLabelledAsync(organisation, [("a refund", Reviews.Refund), ("a parcel", Reviews.Delivery)]);

        Assert.Equal(StartTraining.Result.TooFewLabels, await owner.Send(new StartTraining.Command()));
        Assert.False((await owner.Send(new ListModels.Query())).Supply.IsEnough);
    }

    [Theory]
    [InlineData("/no/such/program", "TrainingUnavailable")]
    [InlineData("/bin/false", "TrainingFailed")]
    public async Task A_program_that_is_not_there_or_fails_is_told_as_the_reason(string program, string failure)
    {
        Assert.SkipUnless(File.Exists("/bin/false"), "There is no /bin/false here.");
        var (_, owner) = await GivenAsync(each: 8);
        await owner.Send(new StartTraining.Command());

        await RunAsync("", program: program);

        var model = (await owner.Send(new ListModels.Query())).Models.Single(m => !m.IsShipped);
        Assert.Equal((false, failure), (model.IsReady, model.Training!.Failure));
        AssertNothingIsLeft();
    }

    [Fact]
    public async Task A_model_learns_and_is_measured_on_the_words_that_it_classifies()
    {
        var organisation = await _planner.GivenOrganisationAsync();
        await _planner.GivenIntentsAsync(organisation, Reviews.Refund);
        var (_, _, conversations) = await _planner.GivenTranscriptsAsync(organisation, new GivenConversation(
            new GivenTurn(Speaker.Customer, "I am [name 1]"), new GivenTurn(Speaker.Customer, "refund [order 2] please")));
        await _planner.GivenLabelAsync(organisation, organisation.Owner, conversations[0], 1, Reviews.Refund);

        var text = Assert.Single(await _planner.Get<TenantWork>().RunAsync(organisation.Id, organisation.Owner.Id, db => LabelledText.OfAsync(db, Cancellation), Cancellation));

        Assert.Equal(("refund order please", "I am name"), (text.Text, text.Context));
    }

    [Fact]
    public async Task What_the_customer_said_before_goes_along_and_what_nobody_labelled_does_not()
    {
        var organisation = await _planner.GivenOrganisationAsync();
        await _planner.GivenIntentsAsync(organisation, Reviews.Refund);
        var (_, _, conversations) = await _planner.GivenTranscriptsAsync(organisation, new GivenConversation(
            new GivenTurn(Speaker.Customer, "one"), new GivenTurn(Speaker.Agent, "yes?"), new GivenTurn(Speaker.Customer, "two"), new GivenTurn(Speaker.Customer, "three"),
            new GivenTurn(Speaker.Customer, "four"), new GivenTurn(Speaker.Customer, "five, \"and\" more\nlines")));
        await _planner.GivenLabelAsync(organisation, organisation.Owner, conversations[0], 5, Reviews.Refund);
        await _planner.GivenLabelAsync(organisation, organisation.Owner, conversations[0], 0, null);
        var path = Path.Combine(_folder, "texts.csv");

        var texts = await _planner.Get<TenantWork>().RunAsync(organisation.Id, organisation.Owner.Id, db => LabelledText.OfAsync(db, Cancellation), Cancellation);
        await LabelledText.WriteAsync(path, texts, Cancellation);

        Assert.Equal([("one", null, null), ("five, \"and\" more\nlines", "two\nthree\nfour", Reviews.Refund)], texts.Select(text => (text.Text, text.Context, text.Intent)));
        Assert.Equal(texts, LabelledText.Read(path));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<(GivenOrganisation Organisation, Sender Owner)> GivenAsync(int each)
    {
        var texts = Reviews.OfBanking77(each, Intents);
        Assert.SkipWhen(_planner.Get<TrainingProgram>().Path is null, "The training program is not built.");
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Training runs on Linux.");
        var organisation = await _planner.GivenOrganisationAsync();
        await _planner.GivenIntentsAsync(organisation, Intents);
        await _planner.GivenLabelledAsync(organisation, texts);
        await _planner.GivenReadByTheShippedModelAsync(organisation);
        return (organisation, _planner.As(organisation.Owner, organisation));
    }

    private async Task RunAsync(string arguments, string? program = null, CancellationTokenSource? stopping = null)
    {
        var options = new TrainingOptions { Folder = _folder, Arguments = arguments, Threads = 1, Command = program };
        using var worker = _planner.Worker(new TrainModel(new TrainingProgram(options), _planner.Get<ModelCatalogue>(), TimeProvider.System));
        var cancellation = stopping?.Token ?? Cancellation;
        // Jobs of other organisations, which tests before this one have left, may come first.
        while (await worker.RunNextAsync(cancellation) && !cancellation.IsCancellationRequested)
        {
        }
    }

    private string FolderOf(Guid model) => Path.Combine(_folder, "profitplanner-training", model.ToString("N"));

    private void AssertNothingIsLeft() => Assert.Empty(Directory.GetDirectories(Path.Combine(_folder, "profitplanner-training")));

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (var i = 0; i < 3_000 && !condition(); i++)
            await Task.Delay(100, Cancellation);
        Assert.True(condition(), "It has not come to that within five minutes.");
    }
}
