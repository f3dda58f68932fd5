using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Models;

/// <summary>How far the training of a model is; asked every second while somebody looks.</summary>
public static class WatchTraining
{
    [Requires(Permission.Read)]
    public sealed record Query(Guid Id) : ITenantRequest<Result>;

    /// <param name="IsOver">Whether there is something new to see: it is ready, failed or was given up.</param>
    /// <param name="Share">Of the work that is done, in [0, 1]; null before it has begun.</param>
    public sealed record Result(bool IsOver, double? Share);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            var job = await db.TrainingJobAsync(request.Id, cancellationToken) ?? throw new NotFoundException();
            var isTraining = await db.IntentModels.AnyAsync(m => m.Id == request.Id && m.State == ModelState.Training, cancellationToken);
            return new Result(!isTraining || job.EndedAt is not null, job.Total is > 0 and var total ? Math.Clamp((double)job.Done / total, 0, 1) : null);
        }
    }
}
