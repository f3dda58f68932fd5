using ProfitPlanner.Data.Jobs;

namespace ProfitPlanner.Application.Jobs;

/// <summary>How far a job is, for whoever waits for it.</summary>
/// <param name="Total">Units of work in all; null while that is not known.</param>
/// <param name="Failure">Names the sentence that says why it failed; null where it has not.</param>
/// <param name="TimeLeft">At the pace so far; null while there is none.</param>
public sealed record JobReport(Guid Id, JobKind Kind, JobState State, long Done, long? Total, bool IsCancelRequested, string? Failure, TimeSpan? TimeLeft)
{
    // Before that much time a pace says nothing.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    /// <summary>Whether a worker has it, or will.</summary>
    public bool GoesOn => State is JobState.Queued or JobState.Running;

    /// <summary>Of the work, in [0, 1]; null while the amount is not known.</summary>
    public double? Share => Total is > 0 and var total ? Math.Clamp((double)Done / total, 0, 1) : null;

    internal static JobReport Of(Job job, DateTimeOffset now) =>
        new(job.Id, job.Kind, job.State, job.Done, job.Total, job.IsCancelRequested, job.Failure, Left(job, now));

    private static TimeSpan? Left(Job job, DateTimeOffset now)
    {
        if (job is not { State: JobState.Running, StartedAt: { } start, Total: { } total } || now - start < Soon)
            return null;
        var done = job.Done - job.DoneBefore;
        return done > 0 ? (now - start) * (Math.Max(0, total - job.Done) / (double)done) : null;
    }
}
