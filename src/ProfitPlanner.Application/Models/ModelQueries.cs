using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Intents.Bundles;

namespace ProfitPlanner.Application.Models;

internal static class ModelQueries
{
    /// <summary>Nobody else adds a model or switches until the transaction ends.</summary>
    public static Task HoldModelsAsync(this PlannerDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({$"models {db.Tenant.OrganisationId}"}, 0))", cancellationToken);

    /// <summary>The model that ships is one of every organisation's, so that it can be gone back to; adds it where nothing was classified yet.</summary>
    /// <returns>The highest number of a model.</returns>
    public static async Task<int> WithShippedModelAsync(this PlannerDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var models = await db.IntentModels.Select(m => new { m.Number, m.CreatedBy, m.IsCurrent }).ToListAsync(cancellationToken);
        var highest = models.Select(m => m.Number).DefaultIfEmpty(0).Max();
        if (models.Any(m => m.CreatedBy is null))
            return highest;
        db.Add(new IntentModel
        {
            OrganisationId = db.Tenant.OrganisationId,
            Number = ++highest,
            Fingerprint = FingerprintOf(ShippedModel.Folder),
            State = ModelState.Ready,
            IsCurrent = !models.Any(m => m.IsCurrent),
            CreatedAt = now,
        });
        return highest;
    }

    /// <summary>The job that trains a model; null where it is one that nobody trained.</summary>
    public static Task<Job?> TrainingJobAsync(this PlannerDb db, Guid model, CancellationToken cancellationToken) =>
        db.Jobs.Where(job => job.Kind == JobKind.Train && job.Subject == model).SingleOrDefaultAsync(cancellationToken);

    /// <param name="folder">Of a bundle.</param>
    public static byte[] FingerprintOf(string folder) => SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, Manifest.FileName)));
}
