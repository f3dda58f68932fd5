using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Demand;

public static class RenameSegment
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid Id, string? Name) : ITenantRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Name).IsSegmentName();
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            (await db.SegmentAsync(request.Id, cancellationToken)).Name = request.Name!.Trim();
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
