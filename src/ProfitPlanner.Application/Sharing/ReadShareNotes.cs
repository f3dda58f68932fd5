using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Sharing;

/// <summary>Marks notes of viewers as read: those that were on the page, and none that came since.</summary>
public static class ReadShareNotes
{
    [Requires(Permission.ShareDashboards)]
    public sealed record Command(Guid LinkId, IReadOnlyList<Guid> Notes) : ITenantRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Notes).NotNull();
    }

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.LinkToChangeAsync(request.LinkId, cancellationToken);
            var now = time.GetUtcNow();
            await db.ShareNotes.Where(note => note.LinkId == request.LinkId && note.ReadAt == null && request.Notes.Contains(note.Id))
                .ExecuteUpdateAsync(change => change.SetProperty(note => note.ReadAt, now), cancellationToken);
            return Unit.Value;
        }
    }
}
