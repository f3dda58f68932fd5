using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Scenarios;
using ProfitPlanner.ProfitModel.Scenarios;

namespace ProfitPlanner.Application.Scenarios;

/// <summary>Renames from the list, where no edit is in hand: the last name given stands.</summary>
public static class RenameScenario
{
    [Requires(Permission.EditScenarios)]
    public sealed record Command(Guid Id, string? Name) : ITenantRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Name).IsName();
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var stored = await db.ToChangeAsync(request.Id, cancellationToken);
            var content = stored.Content with { Name = request.Name!.Trim() };
            // No version, and no conflict for whoever is editing, where nothing changes.
            if (content.Name == stored.Content.Name)
                return Unit.Value;
            stored.Save(content, await db.LatestVersionAsync(stored, cancellationToken), VersionCause.Edited, "name",
                editorId: Guid.Empty, db.Tenant.PersonId, time.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
