using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

public static class DuplicateScenario
{
    /// <param name="Name">The copy's name, in the person's language.</param>
    [Requires(Permission.EditScenarios)]
    public sealed record Command(Guid Id, string Name) : ITenantRequest<Guid>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => Fitting(x.Name)).IsName();
    }

    // "Copy of" can make a name too long.
    private static string Fitting(string name) => name.CutTo(ScenarioLimits.Name);

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var original = await db.ToReadAsync(request.Id, cancellationToken);
            var content = original.Content with { Name = Fitting(request.Name) };
            var copy = StoredScenario.Begin(db.Tenant.OrganisationId, content, VersionCause.Duplicated, db.Tenant.PersonId, time.GetUtcNow());
            db.Add(copy);
            await db.SaveChangesAsync(cancellationToken);
            return copy.Id;
        }
    }
}
