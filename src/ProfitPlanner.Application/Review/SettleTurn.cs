using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Review;

/// <summary>Says what a turn is about on which people do not agree. What each of them said stays.</summary>
public static class SettleTurn
{
    /// <param name="Intent">Key of a defined intent; null for none of these.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid ConversationId, int Number, string? Intent) : ITenantRequest<Unit>;

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.RequireCustomerTurnAsync(request.ConversationId, request.Number, request.Intent, cancellationToken);
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into settled_turns (organisation_id, conversation_id, number, intent, settled_by, settled_at)
                values ({db.Tenant.OrganisationId}, {request.ConversationId}, {request.Number}, {request.Intent}, {db.Tenant.PersonId}, {time.GetUtcNow()})
                on conflict (organisation_id, conversation_id, number)
                do update set intent = excluded.intent, settled_by = excluded.settled_by, settled_at = excluded.settled_at
                """, cancellationToken);
            return Unit.Value;
        }
    }
}
