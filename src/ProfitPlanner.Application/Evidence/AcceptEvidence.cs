using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Evidence;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Evidence;

/// <summary>Takes over the proposed number, and remembers which evidence it comes from.</summary>
public static class AcceptEvidence
{
    /// <param name="Seen">The number that it replaces, as <see cref="OpenEvidence.Result.Seen"/> showed it: nobody overwrites what they have not seen.</param>
    /// <param name="Reason">Why the number is what it then is.</param>
    [Requires(Permission.EditScenarios)]
    public sealed record Command(Guid Id, string Seen, string Reason) : ITenantRequest<Result>;

    public abstract record Result
    {
        public sealed record Accepted : Result;

        /// <summary>Nothing was changed: the number is another than the founder saw.</summary>
        public sealed record Moved : Result;

        /// <summary>Nothing was changed: somebody has decided already.</summary>
        public sealed record Decided : Result;

        /// <summary>Nothing was changed: the scenario has the number no more.</summary>
        public sealed record Gone : Result;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(x => x.Seen).NotNull();
            RuleFor(x => x.Reason).NotEmpty();
        }
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var item = await db.Evidence.SingleOrDefaultAsync(each => each.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
            // Its row is held from here on, so that of two founders the second sees what the first has decided.
            var stored = await db.ToChangeAsync(item.ScenarioId, cancellationToken);
            await db.Entry(item).ReloadAsync(cancellationToken);
            if (item.State != EvidenceState.Proposed)
                return new Result.Decided();
            if (EvidenceTarget.Find(stored.Content, item.Path) is not { } target)
                return new Result.Gone();
            if (EvidenceContent.Write(target.Input.Estimate) != request.Seen)
                return new Result.Moved();

            var now = time.GetUtcNow();
            var source = new Provenance(ProvenanceKind.Transcripts, request.Reason) { Evidence = item.Id }.Dated(now);
            (item.State, item.DecidedBy, item.DecidedAt) = (EvidenceState.Accepted, db.Tenant.PersonId, now);
            await db.ChangeAsync(
                stored, [ScenarioChange.To(item.Path, (Estimate?)EvidenceContent.Estimate(item.Proposal))],
                new Dictionary<string, Provenance?> { [item.Path] = source }, now, cancellationToken);
            return new Result.Accepted();
        }
    }
}
