using ProfitPlanner.Data.Jobs;

namespace ProfitPlanner.Application.Jobs;

/// <summary>
/// Does one kind of job. It is run again from the start after a crash: each step is saved with what says that it is
/// done, so that none is lost or done twice.
/// </summary>
internal interface IJobHandler
{
    JobKind Kind { get; }

    /// <exception cref="JobFailedException">It cannot be done, whoever tries again.</exception>
    Task RunAsync(RunningJob job, CancellationToken cancellationToken);
}

/// <param name="reason">Names the sentence that says why, in <c>JobTexts</c>.</param>
internal sealed class JobFailedException(string reason) : Exception(reason);
