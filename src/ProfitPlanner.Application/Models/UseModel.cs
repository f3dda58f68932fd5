using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Models;

/// <summary>Reads the organisation's demand from another model from now on; what it has not classified yet, it does in the background.</summary>
public static class UseModel
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid Id) : ITenantRequest<Result>;

    public enum Result
    {
        Used,

        /// <summary>It is being trained, or could not be.</summary>
        NotReady,
    }

    internal sealed class Handler(PlannerDb db, JobQueue jobs) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.HoldModelsAsync(cancellationToken);
            var model = await db.IntentModels.Where(m => m.Id == request.Id).Select(m => new { m.State, m.IsCurrent }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException();
            if (model.State != ModelState.Ready)
                return Result.NotReady;
            if (model.IsCurrent)
                return Result.Used;

            // One after the other: of one organisation one model at most is current, at any moment.
            await db.IntentModels.Where(m => m.IsCurrent).ExecuteUpdateAsync(change => change.SetProperty(m => m.IsCurrent, false), cancellationToken);
            await db.IntentModels.Where(m => m.Id == request.Id).ExecuteUpdateAsync(change => change.SetProperty(m => m.IsCurrent, true), cancellationToken);
            jobs.Add(JobKind.Classify, request.Id);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Used;
        }
    }
}
