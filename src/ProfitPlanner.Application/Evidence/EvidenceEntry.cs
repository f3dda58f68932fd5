using ProfitPlanner.Data.Evidence;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Evidence;

/// <summary>A proposal with what became of it.</summary>
/// <param name="Before">The number when it was proposed.</param>
/// <param name="DecidedBy">Null while it waits.</param>
public sealed record EvidenceEntry(
    Guid Id, Guid ScenarioId, string Path, EvidenceContent Content, Estimate Before, Estimate Proposal, string? Remark, EvidenceState State,
    string ProposedBy, DateTimeOffset ProposedAt, string? DecidedBy, DateTimeOffset? DecidedAt)
{
    internal static EvidenceEntry Of(EvidenceItem item, IReadOnlyDictionary<Guid, string> names) => new(
        item.Id, item.ScenarioId, item.Path, EvidenceContent.Read(item), EvidenceContent.Estimate(item.Before), EvidenceContent.Estimate(item.Proposal),
        item.Remark, item.State, names[item.ProposedBy], item.ProposedAt, item.DecidedBy is { } person ? names[person] : null, item.DecidedAt);

    internal static IEnumerable<Guid> People(EvidenceItem item) => item.DecidedBy is { } person ? [item.ProposedBy, person] : [item.ProposedBy];
}
