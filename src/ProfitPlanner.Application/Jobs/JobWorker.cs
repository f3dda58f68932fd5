using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Jobs;

namespace ProfitPlanner.Application.Jobs;

/// <summary>
/// Runs queued jobs, one at a time. Any number of app instances may run one: each holds a lease on its job and renews
/// it, and what a killed one held is taken up by another once the lease has ended.
/// </summary>
/// <param name="handlers">Of the kinds that it runs; jobs of others it leaves alone.</param>
internal sealed class JobWorker(
    IServiceScopeFactory scopes, TenantWork work, IEnumerable<IJobHandler> handlers, ILogger<JobWorker> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // A job that has killed its worker as often as this kills the next one, too.
    private const int MostAttempts = 5;

    private readonly string[] _kinds = [.. handlers.Select(handler => handler.Kind.ToString())];

    internal TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!await RunNextAsync(stoppingToken))
                    await Task.Delay(Pause, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                // The app stops; what was under way goes on elsewhere or after the next start.
            }
            catch (Exception e)
            {
                // The database is away; never the message, it can quote what customers wrote.
                logger.LogError("Jobs could not be looked at ({Failure})", e.GetType().Name);
                await Task.Delay(Pause, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <returns>Whether there was one.</returns>
    internal async Task<bool> RunNextAsync(CancellationToken cancellationToken)
    {
        if (await ClaimAsync(cancellationToken) is not { } claimed)
            return false;
        var job = await work.RunAsync(claimed.OrganisationId, Guid.Empty, db => db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == claimed.Id, cancellationToken), cancellationToken);
        if (job is null)
            return true;

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var renewing = RenewAsync(job, stop);
        var (state, failure) = await RunAsync(job, stop, cancellationToken);
        await stop.CancelAsync();
        // Nobody has cancelled what was broken off since it might be another's by now: it goes on.
        if (!await renewing && state == JobState.Cancelled)
            state = JobState.Queued;
        if (state != JobState.Running)
            await EndAsync(job, state, failure);
        return true;
    }

    private async Task<Claim?> ClaimAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlannerDb>();
        return (await db.Database.SqlQuery<Claim>($"select organisation_id, id from claim_job({Lease}, {_kinds})").ToListAsync(cancellationToken)).SingleOrDefault();
    }

    private async Task<(JobState State, string? Failure)> RunAsync(Job job, CancellationTokenSource stop, CancellationToken stopping)
    {
        if (job.IsCancelRequested)
            return (JobState.Cancelled, null);
        if (job.Attempts > MostAttempts)
            return (JobState.Failed, "TriedTooOften");
        try
        {
            var handler = handlers.Single(h => h.Kind == job.Kind);
            await handler.RunAsync(new RunningJob(work, job.OrganisationId, job.Id, job.Subject, job.CreatedBy), stop.Token);
            return (JobState.Done, null);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return (JobState.Queued, null);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return (JobState.Cancelled, null);
        }
        catch (JobFailedException e)
        {
            return (JobState.Failed, e.Message);
        }
        catch (Exception e) when (TenantWork.IsAway(e))
        {
            // Not ended, so that it is taken up again once its lease is over, and not for ever.
            logger.LogWarning("Job {JobId} ({Kind}) was broken off: the database is away ({Failure})", job.Id, job.Kind, e.GetType().Name);
            return (JobState.Running, null);
        }
        catch (Exception e)
        {
            logger.LogError("Job {JobId} ({Kind}) failed ({Failure})", job.Id, job.Kind, e.GetType().Name);
            return (JobState.Failed, "Unexpected");
        }
    }

    // Until the job has ended; cancels it when somebody asked for that, or it is another's or there no more. Returns whether the lease held until then.
    private async Task<bool> RenewAsync(Job job, CancellationTokenSource stop)
    {
        var renewed = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                await Task.Delay(Pause, stop.Token);
                var asked = Stopwatch.GetTimestamp();
                if (await work.RunAsync(job.OrganisationId, Guid.Empty, db => db.Database.ExecuteSqlAsync(
                    $"update jobs set lease_until = clock_timestamp() + {Lease} where id = {job.Id} and started_at = {job.StartedAt} and not is_cancel_requested", stop.Token), stop.Token) == 0)
                    await stop.CancelAsync();
                renewed = asked;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return true;
            }
            catch (Exception e)
            {
                logger.LogWarning("The lease of job {JobId} could not be renewed ({Failure})", job.Id, e.GetType().Name);
                if (Stopwatch.GetElapsedTime(renewed) < Lease)
                    continue;
                await stop.CancelAsync();
                return false;
            }
        }
    }

    // Also while the app stops: what is not said now would wait for the lease to end. Not of a job that another has begun since.
    private Task<int> EndAsync(Job job, JobState state, string? failure) => work.RunAsync(job.OrganisationId, Guid.Empty, db => db.Database.ExecuteSqlAsync(
        $"""
        update jobs set state = {state.ToString()}, failure = {failure}, lease_until = null,
          attempts = case when {state.ToString()} = 'Queued' then 0 else attempts end,
          ended_at = case when {state.ToString()} = 'Queued' then null else clock_timestamp() end
        where id = {job.Id} and started_at = {job.StartedAt}
        """), CancellationToken.None);

    private sealed record Claim(Guid OrganisationId, Guid Id);
}
