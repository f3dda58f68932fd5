using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Review;

/// <summary>Makes one intent of two: every label of the first becomes one of the second, and the first is gone.</summary>
public static class MergeIntents
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(string Key, string Into) : ITenantRequest<int>;

    internal sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(x => x.Into).NotEmpty().WithErrorCode("Missing").NotEqual(x => x.Key).WithErrorCode("Same");
    }

    /// <summary>Returns how many labels changed.</summary>
    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            var intents = await db.IntentsToChangeAsync(cancellationToken);
            var from = intents.SingleOrDefault(intent => intent.Key == request.Key) ?? throw new NotFoundException();
            if (intents.All(intent => intent.Key != request.Into))
                throw new NotFoundException();

            var labels = await db.TurnLabels.Where(label => label.Intent == request.Key)
                .ExecuteUpdateAsync(change => change.SetProperty(label => label.Intent, request.Into), cancellationToken);
            labels += await db.SettledTurns.Where(settled => settled.Intent == request.Key)
                .ExecuteUpdateAsync(change => change.SetProperty(settled => settled.Intent, request.Into), cancellationToken);
            intents.Remove(from);
            db.Remove(from);
            intents.Number();
            await db.SaveChangesAsync(cancellationToken);
            return labels;
        }
    }
}
