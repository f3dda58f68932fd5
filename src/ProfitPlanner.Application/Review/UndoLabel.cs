using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Review;

/// <summary>Takes back what whoever asks has labelled or settled last; again and again, further back.</summary>
public static class UndoLabel
{
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command : ITenantRequest<Result>;

    /// <param name="Turn">What has no such label now; null where there was nothing to take back.</param>
    public sealed record Result(TurnKey? Turn, bool WasSettled);

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command request, CancellationToken cancellationToken)
        {
            var me = db.Tenant.PersonId;
            var label = await db.TurnLabels.Where(l => l.PersonId == me).OrderByDescending(l => l.LabelledAt).FirstOrDefaultAsync(cancellationToken);
            var settled = await db.SettledTurns.Where(s => s.SettledBy == me).OrderByDescending(s => s.SettledAt).FirstOrDefaultAsync(cancellationToken);
            if (settled is not null && (label is null || settled.SettledAt >= label.LabelledAt))
            {
                db.Remove(settled);
                await db.SaveChangesAsync(cancellationToken);
                return new Result(new TurnKey(settled.ConversationId, settled.Number), WasSettled: true);
            }
            if (label is null)
                return new Result(null, WasSettled: false);
            db.Remove(label);
            await db.SaveChangesAsync(cancellationToken);
            return new Result(new TurnKey(label.ConversationId, label.Number), WasSettled: false);
        }
    }
}
