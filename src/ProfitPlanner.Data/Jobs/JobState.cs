namespace ProfitPlanner.Data.Jobs;

public enum JobState
{
    Queued = 1,

    /// <summary>Some worker holds its lease, or did until it was killed.</summary>
    Running,

    Done,
    Failed,
    Cancelled,
}
