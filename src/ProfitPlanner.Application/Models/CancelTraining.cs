using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Models;

/// <summary>Gives up a training: its model is gone at once, and whatever works on it stops.</summary>
public static class CancelTraining
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid Id) : ITenantRequest<Unit>;

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var job = await db.TrainingJobAsync(request.Id, cancellationToken) ?? throw new NotFoundException();
            await db.IntentModels.Where(m => m.Id == request.Id && m.State == ModelState.Training).ExecuteDeleteAsync(cancellationToken);
            await db.Jobs.Where(j => j.Id == job.Id).ExecuteUpdateAsync(change => change.SetProperty(j => j.IsCancelRequested, true), cancellationToken);
            return Unit.Value;
        }
    }
}
