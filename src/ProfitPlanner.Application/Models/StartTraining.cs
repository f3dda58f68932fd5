using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Demand;
using ProfitPlanner.Application.Jobs;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Application.Review;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Jobs;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Models;

/// <summary>Begins to train a model on the organisation's labels, in the background.</summary>
public static class StartTraining
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command : ITenantRequest<Result>;

    public enum Result
    {
        Started,

        /// <summary>One is being trained.</summary>
        UnderWay,

        /// <summary>See <see cref="TrainingSupply"/>.</summary>
        TooFewLabels,

        /// <summary>The program that trains is not installed here.</summary>
        Unavailable,
    }

    internal sealed class Handler(PlannerDb db, JobQueue jobs, TrainingProgram program, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.HoldModelsAsync(cancellationToken);
            if (program.Path is null)
                return Result.Unavailable;
            if (await db.Jobs.AnyAsync(job => job.Kind == JobKind.Train && (job.State == JobState.Queued || job.State == JobState.Running) && !job.IsCancelRequested, cancellationToken))
                return Result.UnderWay;
            if (!TrainingSupply.Of(await db.LabelledTurnsAsync(cancellationToken)).IsEnough)
                return Result.TooFewLabels;

            // The model that ships is one of every organisation's, so that it can be gone back to.
            await db.ModelToReadByAsync(time, cancellationToken);
            var model = new IntentModel
            {
                OrganisationId = db.Tenant.OrganisationId,
                Number = await db.NextModelNumberAsync(cancellationToken),
                Fingerprint = [],
                State = ModelState.Training,
                CreatedAt = time.GetUtcNow(),
                CreatedBy = db.Tenant.PersonId,
            };
            db.Add(model);
            jobs.Add(JobKind.Train, model.Id);
            await db.SaveChangesAsync(cancellationToken);
            return Result.Started;
        }
    }
}
