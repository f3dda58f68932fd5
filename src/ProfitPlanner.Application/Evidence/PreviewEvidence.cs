using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Evidence;

/// <summary>What a signal would propose for a number of a scenario; nothing is kept.</summary>
public static class PreviewEvidence
{
    /// <param name="Path">Which number.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Query(Guid ScenarioId, string Path, SignalQuery Signal, EvidenceAssumptions Assumptions) : ITenantRequest<Result>;

    /// <param name="Scenario">As it is.</param>
    /// <param name="Before">The number as it is; null where there is none at the path.</param>
    /// <param name="Signal">Null where nothing could be measured.</param>
    /// <param name="Arithmetic">Null where there is no signal or no number.</param>
    public sealed record Result(
        Scenario Scenario, Estimate? Before, MeasuredSignal? Signal, EvidenceArithmetic? Arithmetic, EvidenceRefusal? Refusal)
    {
        /// <summary>The scenario with the proposal; null where nothing is proposed.</summary>
        public Scenario? After(string path) => Arithmetic?.Proposal is { } proposal ? Scenario.With(path, proposal) : null;
    }

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator()
        {
            RuleFor(x => x.Path).NotEmpty();
            RuleFor(x => x.Signal).NotNull().SetValidator(new SignalQuery.Validator());
            RuleFor(x => x.Assumptions).NotNull().SetValidator(new EvidenceAssumptions.Validator());
        }
    }

    internal sealed class Handler(PlannerDb db, ShareCorrections corrections) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var scenario = (await db.ToReadAsync(request.ScenarioId, cancellationToken)).Content;
            return await PreviewAsync(db, corrections, scenario, request.Path, request.Signal, request.Assumptions, cancellationToken);
        }
    }

    internal static async Task<Result> PreviewAsync(
        PlannerDb db, ShareCorrections corrections, Scenario scenario, string path, SignalQuery query, EvidenceAssumptions assumptions, CancellationToken cancellationToken)
    {
        var signal = await db.MeasureAsync(query, corrections, cancellationToken);
        if (EvidenceTarget.Find(scenario, path) is not { } target)
            return new(scenario, null, signal, null, EvidenceRefusal.NoSuchNumber);
        if (signal is null)
            return new(scenario, target.Input.Estimate, null, null, EvidenceRefusal.NoConversations);
        var arithmetic = EvidenceArithmetic.Of(target, signal, assumptions);
        return new(scenario, target.Input.Estimate, signal, arithmetic, arithmetic.Refusal);
    }

    /// <summary>The scenario with another number at a path.</summary>
    internal static Scenario With(this Scenario scenario, string path, Estimate estimate) =>
        ScenarioDiff.Apply(scenario, [ScenarioChange.To(path, (Estimate?)estimate)]).Scenario;
}
