using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Evidence;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Evidence;

/// <summary>Sends a signal of demand to a scenario, for one of its numbers; the number stays as it is until a founder accepts.</summary>
public static class ProposeEvidence
{
    /// <param name="Path">Which number.</param>
    /// <param name="Signal">Which number of demand; it is measured here.</param>
    /// <param name="Remark">What else whoever proposes wants to say.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid ScenarioId, string Path, SignalQuery Signal, EvidenceAssumptions Assumptions, string? Remark = null)
        : ITenantRequest<Result>;

    public abstract record Result
    {
        public sealed record Proposed(Guid Id) : Result;

        /// <summary>Nothing was kept.</summary>
        public sealed record Refused(EvidenceRefusal Why) : Result;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(x => x.Path).NotEmpty().MaximumLength(200);
            RuleFor(x => x.Signal).NotNull().SetValidator(new SignalQuery.Validator());
            RuleFor(x => x.Assumptions).NotNull().SetValidator(new EvidenceAssumptions.Validator());
            RuleFor(x => x.Remark).MaximumLength(2_000).HasNoNul().WithErrorCode("Remark");
        }
    }

    internal sealed class Handler(PlannerDb db, ShareCorrections corrections, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var scenario = (await db.ToReadAsync(request.ScenarioId, cancellationToken)).Content;
            var preview = await PreviewEvidence.PreviewAsync(db, corrections, scenario, request.Path, request.Signal, request.Assumptions, cancellationToken);
            if (preview is not { Signal: { } signal, Before: { } before, Arithmetic.Proposal: { } proposal })
                return new Result.Refused(preview.Refusal!.Value);
            var item = new EvidenceItem
            {
                OrganisationId = db.Tenant.OrganisationId,
                ScenarioId = request.ScenarioId,
                Path = request.Path,
                Signal = new EvidenceContent(signal, request.Assumptions).Write(),
                Proposal = EvidenceContent.Write(proposal),
                Before = EvidenceContent.Write(before),
                Remark = string.IsNullOrWhiteSpace(request.Remark) ? null : request.Remark.Trim(),
                ProposedBy = db.Tenant.PersonId,
                ProposedAt = time.GetUtcNow(),
            };
            db.Add(item);
            await db.SaveChangesAsync(cancellationToken);
            return new Result.Proposed(item.Id);
        }
    }
}
