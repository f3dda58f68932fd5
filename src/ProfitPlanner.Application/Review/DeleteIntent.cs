using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Review;

/// <summary>Deletes an intent that no label uses; one that is used can be merged into another.</summary>
public static class DeleteIntent
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(string Key) : ITenantRequest<Result>;

    /// <param name="Labels">How many labels use it; it is deleted where there are none.</param>
    public sealed record Result(int Labels)
    {
        public bool IsDeleted => Labels == 0;
    }

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var intents = await db.IntentsToChangeAsync(cancellationToken);
            var intent = intents.SingleOrDefault(i => i.Key == request.Key) ?? throw new NotFoundException();
            var labels = await db.TurnLabels.CountAsync(label => label.Intent == request.Key, cancellationToken)
                + await db.SettledTurns.CountAsync(settled => settled.Intent == request.Key, cancellationToken);
            if (labels > 0)
                return new Result(labels);
            intents.Remove(intent);
            db.Remove(intent);
            intents.Number();
            await db.SaveChangesAsync(cancellationToken);
            return new Result(0);
        }
    }
}
