using MediatR;
using Microsoft.EntityFrameworkCore;
using ProfitPlanner.Application.Pipeline;
using ProfitPlanner.Data;
using ProfitPlanner.Data.Organisations;

namespace ProfitPlanner.Application.Transcripts;

/// <summary>Deletes an upload and every conversation that no other upload has; those that another has stay whole.</summary>
public static class DeleteUpload
{
    // Millions of rows, each with what was found out about it.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    [Requires(Permission.WorkWithTranscripts)]
    public sealed record Command(Guid Id) : ITenantRequest<Unit>;

    internal sealed class Handler(PlannerDb db) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            db.Database.SetCommandTimeout(Longest);
            // Who imports holds a row of these until what it has of a conversation is there: to be seen here, or still to come.
            await db.Database.ExecuteSqlAsync($"select from uploads where organisation_id = {db.Tenant.OrganisationId} order by id for update", cancellationToken);
            var upload = await db.UploadToChangeAsync(request.Id, cancellationToken);
            var (organisation, id) = (upload.OrganisationId, upload.Id);
            await db.Database.ExecuteSqlAsync(
                $"""
                delete from conversations c using uploaded_conversations mine
                where mine.organisation_id = {organisation} and mine.upload_id = {id}
                  and c.organisation_id = mine.organisation_id and c.id = mine.conversation_id
                  and not exists (select from uploaded_conversations other
                    where other.organisation_id = c.organisation_id and other.conversation_id = c.id and other.upload_id <> mine.upload_id);
                with moved as (
                  update turns t set upload_id = other.upload_id
                  from (select distinct on (conversation_id) conversation_id, upload_id from uploaded_conversations
                    where organisation_id = {organisation} and upload_id <> {id} order by conversation_id, upload_id) other
                  where t.organisation_id = {organisation} and t.upload_id = {id} and t.conversation_id = other.conversation_id
                  returning t.upload_id),
                counted as (select upload_id, count(*) as turns from moved group by upload_id)
                update uploads u set turns = u.turns + counted.turns from counted
                where u.organisation_id = {organisation} and u.id = counted.upload_id;
                """, cancellationToken);
            await db.Uploads.Where(u => u.Id == id).ExecuteDeleteAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
