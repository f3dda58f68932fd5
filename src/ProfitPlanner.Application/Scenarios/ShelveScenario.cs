using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Scenarios;

/// <summary>Moves a scenario between the shelves of the list. Nothing is destroyed, so each move can be undone.</summary>
public static class ShelveScenario
{
    [Requires(Permission.EditScenarios)]
    public sealed record Command(Guid Id, ListScenarios.Shelf To) : ITenantRequest<Unit>;

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var stored = await db.Scenarios.SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken)
                ?? throw new NotFoundException();
            var now = time.GetUtcNow();
            // Undoing a deletion brings an archived scenario back to the archive: the page asks for that shelf.
            stored.DeletedAt = request.To == ListScenarios.Shelf.Deleted ? now : null;
            stored.ArchivedAt = request.To switch
            {
                ListScenarios.Shelf.Active => null,
                ListScenarios.Shelf.Archived => stored.ArchivedAt ?? now,
                _ => stored.ArchivedAt,
            };
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
