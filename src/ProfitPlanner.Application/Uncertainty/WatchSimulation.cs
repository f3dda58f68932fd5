using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Scenarios;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Uncertainty;

/// <summary>
/// How far a simulation is, or what came of it; cancels it if asked to. Null where it is there no more: a newer one of
/// the same person has taken its place, or the process that ran it has ended.
/// </summary>
public static class WatchSimulation
{
    /// <param name="Id">The scenario.</param>
    [Requires(Permission.Read)]
    public sealed record Query(Guid Id, Guid Run, bool Cancel = false) : ITenantRequest<SimulationRun?>;

    internal sealed class Handler(PlannerDb db, SimulationRuns runs) : IRequestHandler<Query, SimulationRun?>
    {
        public async Task<SimulationRun?> Handle(Query request, CancellationToken cancellationToken)
        {
            await db.ToReadAsync(request.Id, cancellationToken);
            var run = runs.Find(db.Tenant.OrganisationId, db.Tenant.PersonId, request.Run);
            if (run?.Scenario != request.Id)
                return null;
            if (request.Cancel)
                run.Cancel();
            return run;
        }
    }
}
