using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

/// <summary>A new scenario of a plan file, as the command line reads it and <see cref="PlanJson.Write"/> exports it.</summary>
public static class ImportScenario
{
    /// <summary>The longest plan file [characters].</summary>
    public const int Longest = 5_000_000;

    [Requires(Permission.EditScenarios)]
    public sealed record Command(string Plan) : ITenantRequest<Result>;

    public abstract record Result
    {
        public sealed record Imported(Guid Id) : Result;

        /// <summary>Nothing was saved.</summary>
        public sealed record Refused(PlanError Error) : Result;
    }

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Plan).NotNull().MaximumLength(Longest);
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var reading = PlanJson.Read(request.Plan);
            if (reading.Scenario is not { } scenario)
                return new Result.Refused(reading.Error!);
            scenario.MustBeSound();
            var stored = StoredScenario.Begin(db.Tenant.OrganisationId, scenario, VersionCause.Created, db.Tenant.PersonId, time.GetUtcNow());
            db.Add(stored);
            await db.SaveChangesAsync(cancellationToken);
            return new Result.Imported(stored.Id);
        }
    }
}
