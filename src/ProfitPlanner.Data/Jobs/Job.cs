using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Jobs;

/// <summary>
/// Work that outlives a request. It is written in the transaction of what it works on, so neither exists without the
/// other; a worker that is killed loses its lease, and another goes on where the last saved step ended.
/// </summary>
public sealed class Job : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required JobKind Kind { get; init; }

    /// <summary>An upload, a model …; null where the kind needs none.</summary>
    public Guid? Subject { get; init; }

    public JobState State { get; set; } = JobState.Queued;

    /// <summary>Units of work that are done, of <see cref="Total"/>.</summary>
    public long Done { get; set; }

    /// <summary>Units of work in all; null while that is not known.</summary>
    public long? Total { get; set; }

    /// <summary>When a worker last began it, by the database's clock; null before any has. Whose turn is next goes by it, too.</summary>
    public DateTimeOffset? StartedAt { get; set; }

    /// <summary>Units of work that were done then.</summary>
    public long DoneBefore { get; set; }

    /// <summary>Names the sentence that says why it failed; null while it has not. Never what a customer wrote.</summary>
    public string? Failure { get; set; }

    public bool IsCancelRequested { get; set; }

    /// <summary>How often a worker has begun it.</summary>
    public int Attempts { get; set; }

    /// <summary>Until when the worker that runs it has said it is alive, by the database's clock.</summary>
    public DateTimeOffset? LeaseUntil { get; set; }

    public required Guid CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }
}
