using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Review;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Models;

/// <summary>The organisation's models, the newest first, and whether another can be trained.</summary>
public static class ListModels
{
    [Requires(Permission.Read)]
    public sealed record Query : ITenantRequest<Result>;

    /// <param name="Supply">What there is to learn from.</param>
    /// <param name="CanTrain">Whether the program that trains is installed.</param>
    /// <param name="MayTrain">Whether whoever asks may train and switch.</param>
    public sealed record Result(IReadOnlyList<Item> Models, TrainingSupply Supply, bool CanTrain, bool MayTrain)
    {
        /// <summary>The one that is being trained.</summary>
        public Item? UnderWay => Models.FirstOrDefault(model => model.Training is { GoesOn: true });
    }

    /// <param name="CreatedBy">Null of the model that ships.</param>
    /// <param name="Figures">Null where nothing was measured.</param>
    /// <param name="Training">The job; null once the model is ready, or where there is none any more.</param>
    public sealed record Item(Guid Id, int Number, bool IsShipped, bool IsReady, bool IsCurrent, DateTimeOffset CreatedAt, string? CreatedBy, ModelFigures? Figures, JobReport? Training);

    internal sealed class Handler(PlannerDb db, TrainingProgram program, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query request, CancellationToken cancellationToken)
        {
            // Without their bundles, which are large.
            var models = await db.IntentModels.OrderByDescending(m => m.Number)
                .Select(m => new { m.Id, m.Number, m.State, m.IsCurrent, m.CreatedAt, m.CreatedBy, m.Figures }).ToListAsync(cancellationToken);
            var training = models.Where(m => m.State != ModelState.Ready).Select(m => (Guid?)m.Id).ToList();
            var jobs = await db.Jobs.AsNoTracking().Where(j => j.Kind == JobKind.Train && training.Contains(j.Subject)).ToDictionaryAsync(j => j.Subject!.Value, cancellationToken);
            var people = models.Select(m => m.CreatedBy).ToHashSet();
            var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.DisplayName, cancellationToken);
            return new Result(
                // One that was given up while it waited has no worker to remove it.
                [.. models.Where(m => jobs.GetValueOrDefault(m.Id)?.State != JobState.Cancelled).Select(m => new Item(
                    m.Id, m.Number, m.CreatedBy is null, m.State == ModelState.Ready, m.IsCurrent, m.CreatedAt, m.CreatedBy is { } by ? names.GetValueOrDefault(by) : null,
                    m.Figures is null ? null : ModelFigures.Read(m.Figures), jobs.GetValueOrDefault(m.Id) is { } job ? JobReport.Of(job, time.GetUtcNow()) : null))],
                TrainingSupply.Of(await db.LabelledTurnsAsync(cancellationToken)), program.Path is not null, db.Tenant.Role.May(Permission.WorkWithTranscripts));
        }
    }
}
