using FluentValidation;
using MediatR;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Review;

/// <summary>Puts an intent to another place in the list; the others move up or down.</summary>
public static class MoveIntent
{
    /// <param name="Place">Counts from 1; the last where it is beyond.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(string Key, int Place) : ITenantRequest<Unit>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Place).GreaterThanOrEqualTo(1).WithErrorCode("Missing");
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var intents = await db.IntentsToChangeAsync(cancellationToken);
            var moved = intents.SingleOrDefault(intent => intent.Key == request.Key) ?? throw new NotFoundException();
            intents.Remove(moved);
            intents.Insert(Math.Min(request.Place - 1, intents.Count), moved);
            intents.Number();
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
