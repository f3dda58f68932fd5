using ProfitPlanner.Data.Tenancy;

namespace ProfitPlanner.Data.Evidence;

/// <summary>
/// A signal of demand that was sent to a scenario, for one of its numbers. It changes nothing until a founder accepts
/// it, and stays as it was measured whatever is uploaded later.
/// </summary>
public sealed class EvidenceItem : ITenantOwned
{
    public required Guid OrganisationId { get; init; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ScenarioId { get; init; }

    /// <summary>Which of the scenario's numbers it speaks of; see ScenarioChange.</summary>
    public required string Path { get; init; }

    /// <summary>What was measured: segment, intents, months, model, share with its interval, counts (JSON).</summary>
    public required string Signal { get; init; }

    /// <summary>The number as it is proposed, as an Estimate (JSON).</summary>
    public required string Proposal { get; init; }

    /// <summary>The number as it was when the proposal was made, as an Estimate (JSON).</summary>
    public required string Before { get; init; }

    /// <summary>What whoever sent it wants to say about it.</summary>
    public string? Remark { get; init; }

    public EvidenceState State { get; set; } = EvidenceState.Proposed;

    public required Guid ProposedBy { get; init; }

    public required DateTimeOffset ProposedAt { get; init; }

    public Guid? DecidedBy { get; set; }

    public DateTimeOffset? DecidedAt { get; set; }
}
