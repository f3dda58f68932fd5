using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Demand;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Review;

/// <summary>Says what a customer's turn is about, as one person sees it; a label of theirs that is there is replaced.</summary>
public static class LabelTurn
{
    /// <param name="Intent">Key of a defined intent; null for none of these.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid ConversationId, int Number, string? Intent) : ITenantRequest<Unit>;

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.RequireCustomerTurnAsync(request.ConversationId, request.Number, request.Intent, cancellationToken);
            // Not by the tracker: two windows of one person may say it in the same moment.
            await db.Database.ExecuteSqlAsync(
                $"""
                insert into turn_labels (organisation_id, conversation_id, number, person_id, intent, labelled_at)
                values ({db.Tenant.OrganisationId}, {request.ConversationId}, {request.Number}, {db.Tenant.PersonId}, {request.Intent}, {time.GetUtcNow()})
                on conflict (organisation_id, conversation_id, number, person_id) do update set intent = excluded.intent, labelled_at = excluded.labelled_at
                """, cancellationToken);
            return Unit.Value;
        }
    }

    /// <exception cref="NotFoundException">The organisation has no such turn of a customer, or no such intent.</exception>
    internal static async Task RequireCustomerTurnAsync(this PlannerDb db, Guid conversation, int number, string? intent, CancellationToken cancellationToken)
    {
        if (!await db.Turns.AnyAsync(t => t.ConversationId == conversation && t.Number == number && t.Speaker == Speaker.Customer, cancellationToken)
            || (intent is not null && !await db.DefinedIntents.AnyAsync(i => i.Key == intent, cancellationToken)))
            throw new NotFoundException();
    }
}
