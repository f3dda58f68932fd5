using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Pricing;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Pricing;

/// <summary>Gives a segment a demand curve, or the conversion that it had before one.</summary>
public static class AdoptDemand
{
    /// <param name="Demand">Null for a conversion that does not follow the price.</param>
    /// <param name="Rank">Rank correlation of the curve's two numbers, where both are uncertain; null for none.</param>
    /// <param name="Source">Where the curve's numbers come from; null where nothing is said. Its date, where none is given, is today.</param>
    [Requires(Permission.EditScenarios)]
    public sealed record Command(Guid Id, Guid Segment, PriceDemand? Demand, decimal? Rank, Provenance? Source) : ITenantRequest<ChangeScenario.Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Rank).InclusiveBetween(-ScenarioLimits.RankCorrelation, ScenarioLimits.RankCorrelation);
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, ChangeScenario.Result>
    {
        public async Task<ChangeScenario.Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var path = $"segments/{request.Segment}/demand";
            var inputs = InputsOf(path, request.Demand);
            var stored = await db.ToChangeAsync(request.Id, cancellationToken);
            IReadOnlyList<ScenarioChange> changes =
            [
                .. stored.Content.ToDemand(request.Segment, request.Demand),
                .. request.Rank is { } rank && inputs is [var first, var second] ? [Together(first, second, rank)] : Array.Empty<ScenarioChange>(),
            ];
            var now = time.GetUtcNow();
            var source = request.Source?.Dated(now);
            var sources = source is null ? null : inputs.ToDictionary(input => input, _ => (Provenance?)source);
            return await db.ChangeAsync(stored, changes, sources, now, cancellationToken);
        }

        private static ScenarioChange Together(string first, string second, decimal rank)
        {
            var pair = new Correlation { Id = Guid.CreateVersion7(), First = first, Second = second, Rank = rank };
            return ScenarioChange.To($"correlations/{pair.Id}", pair);
        }

        private static string[] InputsOf(string path, PriceDemand? demand) => demand switch
        {
            LinearDemand or LogitDemand => [$"{path}/intercept", $"{path}/slope"],
            ConstantElasticityDemand => [$"{path}/scale", $"{path}/elasticity"],
            LognormalDemand => [$"{path}/mu", $"{path}/sigma"],
            EmpiricalDemand => [$"{path}/points"],
            _ => [],
        };
    }
}
