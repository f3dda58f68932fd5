using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.ProfitModel.Uncertainty;

namespace ProfitPlanner.Application.Uncertainty;

/// <summary>Starts a simulation that takes too long to wait for; <see cref="WatchSimulation"/> tells how far it is.</summary>
public static class StartSimulation
{
    [Requires(Permission.Read)]
    public sealed record Command(Guid Id, int Trials, int Seed, SamplingMethod Method) : ITenantRequest<Guid>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Trials).InclusiveBetween(1, SimulationOptions.MostTrials);
    }

    internal sealed class Handler(PlannerDb db, SimulationRuns runs) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var scenario = (await db.ToReadAsync(request.Id, cancellationToken)).Content;
            var options = new SimulationOptions { Trials = request.Trials, Seed = request.Seed, Method = request.Method };
            return runs.Start(db.Tenant.OrganisationId, db.Tenant.PersonId, request.Id,
                (progress, cancel) => Simulation.Run(scenario, options, progress, cancel)).Id;
        }
    }
}
