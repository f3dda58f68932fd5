using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Models;

/// <summary>Deletes a model that the organisation has trained and does not use, with what it said of turns.</summary>
public static class DeleteModel
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid Id) : ITenantRequest<bool>;

    /// <summary>Returns false where it may not be deleted: it is used, or is the one that ships.</summary>
    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, bool>
    {
        public async Task<bool> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.HoldModelsAsync(cancellationToken);
            var model = await db.IntentModels.Where(m => m.Id == request.Id).Select(m => new { m.IsCurrent, m.CreatedBy }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFoundException();
            if (model.IsCurrent || model.CreatedBy is null)
                return false;
            if (await db.Jobs.SingleOrDefaultAsync(job => job.Kind == JobKind.Train && job.Subject == request.Id, cancellationToken) is { } job)
                job.IsCancelRequested = true;
            await db.SaveChangesAsync(cancellationToken);
            await db.IntentModels.Where(m => m.Id == request.Id).ExecuteDeleteAsync(cancellationToken);
            return true;
        }
    }
}
