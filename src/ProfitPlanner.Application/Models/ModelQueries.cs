using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Jobs;

namespace ProfitPlanner.Application.Models;

internal static class ModelQueries
{
    /// <summary>The job that trains a model; null where it is one that nobody trained.</summary>
    public static Task<Job?> TrainingJobAsync(this PlannerDb db, Guid model, CancellationToken cancellationToken) =>
        db.Jobs.Where(job => job.Kind == JobKind.Train && job.Subject == model).SingleOrDefaultAsync(cancellationToken);
}
