using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;
using ProfitPlanner.Data.Transcripts;

namespace ProfitPlanner.Application.Review;

/// <summary>Says what a customer's turn is about: as one person sees it, or for good where people do not agree.</summary>
public static class LabelTurn
{
    /// <param name="Intent">Key of a defined intent; null for none of these.</param>
    /// <param name="Settles">Whether it is for good; what each has said stays. Else it replaces what the same person said before.</param>
    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid ConversationId, int Number, string? Intent, bool Settles = false) : ITenantRequest<Unit>;

    internal sealed class Handler(PlannerDb db, TimeProvider time) : IRequestHandler<Command, Unit>
    {
        /// <exception cref="NotFoundException">The organisation has no such turn of a customer, or no such intent.</exception>
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            if (!await db.Turns.AnyAsync(t => t.ConversationId == request.ConversationId && t.Number == request.Number && t.Speaker == Speaker.Customer, cancellationToken)
                || (request.Intent is { } intent && !await db.HasIntentAsync(intent, cancellationToken)))
                throw new NotFoundException();
            // Not by the tracker: two windows of one person may say it in the same moment.
            await db.Database.ExecuteSqlAsync(request.Settles ? Settle(request) : Label(request), cancellationToken);
            return Unit.Value;
        }

        private FormattableString Label(Command request) =>
            $"""
            insert into turn_labels (organisation_id, conversation_id, number, person_id, intent, labelled_at)
            values ({db.Tenant.OrganisationId}, {request.ConversationId}, {request.Number}, {db.Tenant.PersonId}, {request.Intent}, {time.GetUtcNow()})
            on conflict (organisation_id, conversation_id, number, person_id) do update set intent = excluded.intent, labelled_at = excluded.labelled_at
            """;

        private FormattableString Settle(Command request) =>
            $"""
            insert into settled_turns (organisation_id, conversation_id, number, intent, settled_by, settled_at)
            values ({db.Tenant.OrganisationId}, {request.ConversationId}, {request.Number}, {request.Intent}, {db.Tenant.PersonId}, {time.GetUtcNow()})
            on conflict (organisation_id, conversation_id, number)
            do update set intent = excluded.intent, settled_by = excluded.settled_by, settled_at = excluded.settled_at
            """;
    }
}
