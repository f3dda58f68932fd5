using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Evidence;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Evidence;

/// <summary>One proposal, with the number as it is by now.</summary>
public static class OpenEvidence
{
    [Requires(Permission.Read)]
    public sealed record Query(Guid Id) : ITenantRequest<Result>;

    /// <param name="Target">The number as it is; null where the scenario has it no more.</param>
    /// <param name="MayReadSentences">Whether the reader may see what customers wrote.</param>
    public sealed record Result(EvidenceEntry Entry, Scenario Scenario, EvidenceTarget? Target, bool MayReadSentences)
    {
        /// <summary>Names the number as it is, so that a decision says which one it was made on.</summary>
        public string? Seen => Target is null ? null : EvidenceContent.Write(Target.Input.Estimate);

        /// <summary>Whether the number is another than when it was proposed.</summary>
        public bool HasMoved => Target is not null && Target.Input.Estimate != Entry.Before;

        /// <summary>How the proposal was reckoned; null where the number is gone.</summary>
        public EvidenceArithmetic? Arithmetic => Target is null ? null : EvidenceArithmetic.Of(Target, Entry.Content.Signal, Entry.Content.Assumptions);

        /// <summary>The scenario as it is but for the number when it was proposed; null where the number is gone.</summary>
        public Scenario? Without => Target is null ? null : Scenario.With(Entry.Path, Entry.State == EvidenceState.Proposed ? Target.Input.Estimate : Entry.Before);

        /// <summary>The same with the proposal.</summary>
        public Scenario? With => Target is null ? null : Scenario.With(Entry.Path, Entry.Proposal);
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var item = await db.Evidence.AsNoTracking().SingleOrDefaultAsync(each => each.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
            var scenario = (await db.ToReadAsync(item.ScenarioId, cancellationToken)).Content;
            var names = await db.NamesAsync(EvidenceEntry.People(item), cancellationToken);
            return new Result(
                EvidenceEntry.Of(item, names), scenario, EvidenceTarget.Find(scenario, item.Path), db.Tenant.Role.May(Permission.WorkWithTranscripts));
        }
    }
}
