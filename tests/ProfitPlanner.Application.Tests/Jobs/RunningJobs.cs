using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Models;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Testing;

namespace ProfitPlanner.Application.Tests.Jobs;

/// <summary>Work that outlives a request: who runs it, how it is told of, and what ends it.</summary>
public sealed class RunningJobs(PlannerFixture planner) : IClassFixture<PlannerFixture>
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_job_runs_in_its_organisation_on_behalf_of_who_asked_for_it_and_is_done()
    {
        var (organisation, owner) = await GivenAsync();
        var id = await planner.GivenJobAsync(organisation, JobKind.Classify, subject: organisation.Id);
        var work = new Work((job, cancellation) => job.ReportAsync(3, 3, cancellation));

        Assert.True(await RunNextAsync(work));

        var seen = Assert.Single(work.Seen);
        Assert.Equal((organisation.Id, id, organisation.Id, organisation.Owner.Id), (seen.OrganisationId, seen.Id, seen.Subject!.Value, seen.PersonId));
        var report = await owner.Send(new WatchJob.Query(id));
        Assert.Equal((JobState.Done, 3, 3, null), (report.State, report.Done, report.Total, report.Failure));
        Assert.False(await RunNextAsync(work));
    }

    [Fact]
    public async Task Two_workers_at_once_never_run_the_same_job()
    {
        var (organisation, _) = await GivenAsync();
        for (var i = 0; i < 20; i++)
            await planner.GivenJobAsync(organisation, JobKind.Classify);
        var work = new Work((_, cancellation) => Task.Delay(2, cancellation));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while (await RunNextAsync(work))
            {
            }
        }));

        Assert.Equal(20, work.Seen.Count);
        Assert.Equal(20, work.Seen.Select(job => job.Id).Distinct().Count());
    }

    [Fact]
    public async Task What_a_killed_worker_held_is_taken_over_once_its_lease_has_ended()
    {
        var (organisation, owner) = await GivenAsync();
        var id = await planner.GivenJobAsync(organisation, JobKind.Classify);
        // As a worker leaves it that is killed half way.
        await SetAsync(id, "state = 'Running', attempts = 1, done = 40, total = 100, lease_until = clock_timestamp() + interval '1 minute'");
        var work = new Work();
        Assert.False(await RunNextAsync(work));

        await SetAsync(id, "lease_until = clock_timestamp() - interval '1 second'");
        Assert.True(await RunNextAsync(work));

        Assert.Equal(id, Assert.Single(work.Seen).Id);
        Assert.Equal(JobState.Done, (await owner.Send(new WatchJob.Query(id))).State);
        var job = await planner.JobAsync(organisation, id);
        Assert.Equal((2, 40), (job.Attempts, job.DoneBefore));
    }

    [Fact]
    public async Task A_worker_that_another_has_taken_over_from_stops_and_does_not_end_the_job()
    {
        var (organisation, _) = await GivenAsync();
        var id = await planner.GivenJobAsync(organisation, JobKind.Classify);
        var first = new Work((_, cancellation) => Task.Delay(Timeout.Infinite, cancellation));
        var running = RunNextAsync(first);
        await BegunAsync(first);
        await SetAsync(id, "lease_until = clock_timestamp() - interval '1 second'");
        var end = new TaskCompletionSource();
        var second = new Work((_, _) => end.Task);
        var taking = RunNextAsync(second);
        await BegunAsync(second);

        await running.WaitAsync(Soon, Cancellation);

        Assert.Equal(JobState.Running, (await planner.JobAsync(organisation, id)).State);
        end.SetResult();
        await taking;
        Assert.Equal(JobState.Done, (await planner.JobAsync(organisation, id)).State);
    }

    [Fact]
    public async Task A_renewal_that_fails_is_tried_again_and_a_job_is_still_broken_off_when_somebody_asks()
    {
        var (organisation, owner) = await GivenAsync();
        var id = await planner.GivenJobAsync(organisation, JobKind.Classify);
        var scopes = new Faltering(planner.Get<IServiceScopeFactory>());
        var work = new Work((_, cancellation) =>
        {
            scopes.Failures = 1;
            return Task.Delay(Timeout.Infinite, cancellation);
        });
        using var worker = WorkerOf(scopes, work);
        var running = worker.RunNextAsync(Cancellation);
        while (work.Seen.Count == 0 || scopes.Failures > 0)
            await Task.Delay(10, Cancellation);

        await owner.Send(new CancelJob.Command(id));
        await running.WaitAsync(Soon, Cancellation);

        Assert.Equal(JobState.Cancelled, (await planner.JobAsync(organisation, id)).State);
    }

    [Fact]
    public async Task A_job_whose_lease_is_over_is_broken_off_and_given_back()
    {
        var (organisation, _) = await GivenAsync();
        var id = await planner.GivenJobAsync(organisation, JobKind.Classify);
        var scopes = new Faltering(planner.Get<IServiceScopeFactory>());
        var work = new Work(async (_, cancellation) =>
        {
            scopes.Failures = int.MaxValue;
            await Task.Delay(Timeout.Infinite, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            scopes.Failures = 0;
            cancellation.ThrowIfCancellationRequested();
        });
        using var worker = WorkerOf(scopes, work, lease: TimeSpan.FromSeconds(2));

        await worker.RunNextAsync(Cancellation).WaitAsync(Soon, Cancellation);

        Assert.Equal((JobState.Queued, null), await planner.JobAsync(organisation, id) is var job ? (job.State, job.EndedAt) : default);
        await RunNextAsync(new Work());
    }

    [Fact]
    public async Task A_job_that_the_database_broke_off_is_taken_up_again_once_its_lease_is_over()
    {
        var (organisation, _) = await GivenAsync();
        var id = await planner.GivenJobAsync(organisation, JobKind.Classify);
        var scopes = new Faltering(planner.Get<IServiceScopeFactory>()) { Failures = 1 };

        await RunNextAsync(new Work((_, _) => new TenantWork(scopes).RunAsync(organisation.Id, organisation.Owner.Id, _ => Task.FromResult(true), Cancellation)));

        Assert.Equal((JobState.Running, 1), await planner.JobAsync(organisation, id) is var job ? (job.State, job.Attempts) : default);
        await SetAsync(id, "lease_until = clock_timestamp() - interval '1 second'");
        await RunNextAsync(new Work());
        Assert.Equal(JobState.Done, (await planner.JobAsync(organisation, id)).State);
    }

    [Fact]
    public async Task Imports_are_classified_while_a_training_is_under_way()
    {
        var (organisation, _) = await GivenAsync();
        var training = new Work((_, cancellation) => Task.Delay(Timeout.Infinite, cancellation), JobKind.Train);
        var trained = await planner.GivenJobAsync(organisation, JobKind.Train);
        var waits = await planner.GivenJobAsync(organisation, JobKind.Train);
        var classified = await planner.GivenJobAsync(organisation, JobKind.Classify, createdAt: DateTimeOffset.UtcNow.AddMinutes(1));
        var services = new ServiceCollection().AddLogging().AddSingleton(planner.Get<TenantWork>()).AddSingleton(planner.Get<TrainingProgram>())
            .AddScoped(_ => planner.Get<IServiceScopeFactory>().CreateScope().ServiceProvider.GetRequiredService<PlannerDb>())
            .AddSingleton<IJobHandler>(training).AddSingleton<IJobHandler>(new Work()).AddJobWorker();
        await using var provider = services.BuildServiceProvider();
        var workers = provider.GetServices<IHostedService>().OfType<JobWorker>().ToList();
        foreach (var worker in workers)
            await worker.StartAsync(Cancellation);

        await BegunAsync(training);
        while ((await planner.JobAsync(organisation, classified)).State != JobState.Done)
            await Task.Delay(50, Cancellation);

        Assert.Equal((JobState.Running, JobState.Queued), ((await planner.JobAsync(organisation, trained)).State, (await planner.JobAsync(organisation, waits)).State));
        foreach (var worker in workers)
            await worker.StopAsync(Cancellation);
        await planner.EndedAsync(organisation, trained);
        await planner.EndedAsync(organisation, waits);
    }

    [Fact]
    public async Task A_job_that_has_killed_five_workers_is_given_up_with_a_reason()
    {
        var (organisation, owner) = await GivenAsync();
        var id = await planner.GivenJobAsync(organisation, JobKind.Classify);
        await SetAsync(id, "state = 'Running', attempts = 5, lease_until = clock_timestamp() - interval '1 second'");
        var work = new Work();

        await RunNextAsync(work);

        Assert.Empty(work.Seen);
        var report = await owner.Send(new WatchJob.Query(id));
        Assert.Equal((JobState.Failed, "TriedTooOften"), (report.State, report.Failure));
    }

    [Fact]
    public async Task What_went_wrong_is_named_and_never_quoted()
    {
        var (organisation, owner) = await GivenAsync();
        var known = await planner.GivenJobAsync(organisation, JobKind.Classify);
        await RunNextAsync(new Work((_, _) => throw new JobFailedException("ModelGone")));
        var unknown = await planner.GivenJobAsync(organisation, JobKind.Classify);
        await RunNextAsync(new Work((_, _) => throw new InvalidOperationException("Crystal said: my card is 4111 1111 1111 1111")));

        Assert.Equal((JobState.Failed, "ModelGone"), await owner.Send(new WatchJob.Query(known)) is var a ? (a.State, a.Failure) : default);
        Assert.Equal((JobState.Failed, "Unexpected"), await owner.Send(new WatchJob.Query(unknown)) is var b ? (b.State, b.Failure) : default);
    }

    [Fact]
    public async Task A_job_that_waits_is_cancelled_at_once_and_never_begun()
    {
        var (organisation, owner) = await GivenAsync();
        var id = await planner.GivenJobAsync(organisation, JobKind.Classify);

        Assert.Equal(JobState.Cancelled, (await owner.Send(new CancelJob.Command(id))).State);

        var work = new Work();
        Assert.False(await RunNextAsync(work));
        Assert.Empty(work.Seen);
    }

    [Fact]
    public async Task A_job_under_way_is_broken_off_when_somebody_asks()
    {
        var (organisation, owner) = await GivenAsync();
        var id = await planner.GivenJobAsync(organisation, JobKind.Classify);
        var work = new Work((_, cancellation) => Task.Delay(Timeout.Infinite, cancellation));
        var running = RunNextAsync(work);
        while (work.Seen.Count == 0)
            await Task.Delay(10, Cancellation);

        var asked = await owner.Send(new CancelJob.Command(id));
        Assert.Equal((JobState.Running, true), (asked.State, asked.IsCancelRequested));
        await running;

        Assert.Equal(JobState.Cancelled, (await owner.Send(new WatchJob.Query(id))).State);
    }

    [Fact]
    public async Task What_has_ended_stays_as_it_ended()
    {
        var (organisation, owner) = await GivenAsync();
        var id = await planner.GivenJobAsync(organisation, JobKind.Classify);
        await RunNextAsync(new Work());

        Assert.Equal((JobState.Done, false), await owner.Send(new CancelJob.Command(id)) is var report ? (report.State, report.IsCancelRequested) : default);
    }

    [Fact]
    public async Task An_app_that_stops_gives_its_job_back_for_the_next_start()
    {
        var (organisation, _) = await GivenAsync();
        var id = await planner.GivenJobAsync(organisation, JobKind.Classify);
        using var stopping = new CancellationTokenSource();
        var work = new Work((_, cancellation) => Task.Delay(Timeout.Infinite, cancellation));
        var running = RunNextAsync(work, stopping.Token);
        while (work.Seen.Count == 0)
            await Task.Delay(10, Cancellation);

        await stopping.CancelAsync();
        await running;

        var job = await planner.JobAsync(organisation, id);
        Assert.Equal((JobState.Queued, 0, null), (job.State, job.Attempts, job.EndedAt));
        await RunNextAsync(new Work());
    }

    [Fact]
    public async Task One_organisations_many_jobs_do_not_keep_anothers_only_one_waiting()
    {
        var (many, _) = await GivenAsync();
        var (one, _) = await GivenAsync();
        var now = DateTimeOffset.UtcNow;
        for (var i = 0; i < 5; i++)
            await planner.GivenJobAsync(many, JobKind.Classify, createdAt: now.AddMinutes(-10 + i));
        await planner.GivenJobAsync(one, JobKind.Classify, createdAt: now);
        var work = new Work();

        while (await RunNextAsync(work))
        {
        }

        Assert.Equal([many.Id, one.Id, many.Id, many.Id, many.Id, many.Id], work.Seen.Select(job => job.OrganisationId));
    }

    [Fact]
    public async Task Time_left_is_reckoned_from_the_pace_since_it_was_begun()
    {
        var (organisation, owner) = await GivenAsync();
        var id = await planner.GivenJobAsync(organisation, JobKind.Classify);
        await SetAsync(id, "state = 'Running', done_before = 100, done = 200, total = 500, lease_until = clock_timestamp() + interval '1 minute'");
        await using (var db = planner.Database.AsOwner())
            await db.Jobs.IgnoreQueryFilters().Where(j => j.Id == id).ExecuteUpdateAsync(s => s.SetProperty(j => j.StartedAt, planner.Clock.GetUtcNow().AddSeconds(-20)), Cancellation);

        var report = await owner.Send(new WatchJob.Query(id));

        Assert.Equal(TimeSpan.FromSeconds(60), report.TimeLeft);
        Assert.Equal(0.4, report.Share);
        await SetAsync(id, "state = 'Done'");
    }

    [Fact]
    public async Task The_last_job_of_a_kind_is_the_one_that_goes_on()
    {
        var (organisation, owner) = await GivenAsync();
        Assert.Null(await owner.Send(new LastJob.Query(JobKind.Train)));
        var first = await planner.GivenJobAsync(organisation, JobKind.Train);
        var second = await planner.GivenJobAsync(organisation, JobKind.Train, createdAt: DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.Equal(second, (await owner.Send(new LastJob.Query(JobKind.Train)))!.Id);

        await planner.EndedAsync(organisation, second);

        Assert.Equal(first, (await owner.Send(new LastJob.Query(JobKind.Train)))!.Id);
        await planner.EndedAsync(organisation, first);
        Assert.Equal(second, (await owner.Send(new LastJob.Query(JobKind.Train)))!.Id);
    }

    private async Task<bool> RunNextAsync(Work work, CancellationToken? cancellation = null)
    {
        using var worker = planner.Worker(work);
        return await worker.RunNextAsync(cancellation ?? Cancellation);
    }

    private JobWorker WorkerOf(IServiceScopeFactory scopes, Work work, TimeSpan? lease = null) =>
        new(planner.Get<IServiceScopeFactory>(), new TenantWork(scopes), [work], NullLogger<JobWorker>.Instance) { Lease = lease ?? TimeSpan.FromSeconds(30) };

    private static async Task BegunAsync(Work work)
    {
        while (work.Seen.Count == 0)
            await Task.Delay(10, Cancellation);
    }

    private async Task<(GivenOrganisation Organisation, Sender Owner)> GivenAsync()
    {
        var organisation = await planner.GivenOrganisationAsync();
        return (organisation, planner.As(organisation.Owner, organisation));
    }

    private async Task SetAsync(Guid job, string values)
    {
        await using var connection = await planner.Database.OpenAsOwnerAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"update jobs set {values} where id = $1";
        command.Parameters.Add(new Npgsql.NpgsqlParameter { Value = job });
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>What a test lets a job do.</summary>
    private sealed class Work(Func<RunningJob, CancellationToken, Task>? run = null, JobKind kind = JobKind.Classify) : IJobHandler
    {
        private readonly List<RunningJob> _seen = [];

        public JobKind Kind => kind;

        public IReadOnlyList<RunningJob> Seen
        {
            get
            {
                lock (_seen)
                    return [.. _seen];
            }
        }

        public Task RunAsync(RunningJob job, CancellationToken cancellationToken)
        {
            lock (_seen)
                _seen.Add(job);
            return run?.Invoke(job, cancellationToken) ?? Task.CompletedTask;
        }
    }
}
