using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Projection;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Projection;

/// <summary>Takes over what the actuals say of some numbers, as the founder was shown it.</summary>
public static class LearnFromActuals
{
    /// <param name="Paths">The numbers whose proposals are accepted.</param>
    /// <param name="Reason">Of every one of them.</param>
    [Requires(Permission.EditScenarios)]
    public sealed record Command(Guid Id, IReadOnlyList<string> Paths, string Reason) : ITenantRequest<ChangeScenario.Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(x => x.Paths).NotEmpty();
            RuleFor(x => x.Reason).NotEmpty();
        }
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, ChangeScenario.Result>
    {
        public async Task<ChangeScenario.Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var stored = await db.ToChangeAsync(request.Id, cancellationToken);
            // Worked out from what is stored, since what was shown may be of other actuals than there are by now.
            var accepted = ActualsUpdate.Propose(stored.Content).Where(proposal => request.Paths.Contains(proposal.Path)).ToList();
            if (accepted.Count == 0)
                return new ChangeScenario.Result.Gone(request.Paths);
            var now = time.GetUtcNow();
            var source = new Provenance(ProvenanceKind.Actuals, request.Reason).Dated(now);
            return await db.ChangeAsync(
                stored, [.. accepted.Select(proposal => ScenarioChange.To(proposal.Path, (Estimate?)proposal.After))],
                accepted.ToDictionary(proposal => proposal.Path, _ => (Provenance?)source), now, cancellationToken);
        }
    }
}
