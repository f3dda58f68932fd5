using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Pricing;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Scenarios;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Application.Experiments;

/// <summary>Charges the price of an experiment's arm, and takes what was learned of its conversion over with its uncertainty.</summary>
public static class AdoptArm
{
    /// <param name="Price">The arm's [currency per customer per period].</param>
    /// <param name="Visitors">Who saw it.</param>
    /// <param name="Buyers">Those of them who bought.</param>
    /// <param name="Source">Its date, where none is given, is today.</param>
    [Requires(Permission.EditScenarios)]
    public sealed record Command(Guid Id, Guid Segment, decimal Price, int Visitors, int Buyers, Provenance Source) : ITenantRequest<ChangeScenario.Result>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(x => x.Price).InclusiveBetween(0, ScenarioLimits.Money);
            RuleFor(x => x.Buyers).GreaterThanOrEqualTo(0).LessThanOrEqualTo(x => x.Visitors);
            RuleFor(x => x.Source).NotNull();
        }
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, ChangeScenario.Result>
    {
        public async Task<ChangeScenario.Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var stored = await db.ToChangeAsync(request.Id, cancellationToken);
            var path = $"segments/{request.Segment}";
            var revenue = stored.Content.Segments.FirstOrDefault(s => s.Id == request.Segment)?.Revenue.At(request.Price);
            if (revenue is null)
                return new ChangeScenario.Result.Gone([$"{path}/revenue"]);
            // The posterior of a uniform prior; a demand curve would overrule it.
            Estimate conversion = new(new BetaDistribution(1 + request.Buyers, 1 + request.Visitors - request.Buyers));
            var now = time.GetUtcNow();
            return await db.ChangeAsync(
                stored,
                [
                    ScenarioChange.To($"{path}/revenue", revenue), ScenarioChange.To($"{path}/conversion", (Estimate?)conversion),
                    .. stored.Content.ToDemand(request.Segment, demand: null),
                ],
                new Dictionary<string, Provenance?> { [$"{path}/conversion"] = request.Source.Dated(now) }, now, cancellationToken);
        }
    }
}
