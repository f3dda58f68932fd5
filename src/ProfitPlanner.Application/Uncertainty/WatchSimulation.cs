using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Uncertainty;

/// <summary>How far a simulation is, or what came of it; cancels it if asked to.</summary>
public static class WatchSimulation
{
    /// <param name="Id">The scenario.</param>
    [Requires(Permission.Read)]
    public sealed record Query(Guid Id, Guid Run, bool Cancel = false) : ITenantRequest<SimulationRun>;

    internal sealed class Handler(PlannerDb db, SimulationRuns runs) : IRequestHandler<Query, SimulationRun>
    {
        public Task<SimulationRun> Handle(Query request, CancellationToken cancellationToken)
        {
            var run = runs.Find(db.Tenant.OrganisationId, db.Tenant.PersonId, request.Run);
            if (run is null || run.Scenario != request.Id)
                throw new NotFoundException();
            if (request.Cancel)
                run.Cancel();
            return Task.FromResult(run);
        }
    }
}
