using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProfitPlanner.Data.Migrations
{
    /// <inheritdoc />
    public partial class JobKinds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A worker says which kinds it runs, so that one training does not keep imports waiting; whose turn is next goes by those alone.
            migrationBuilder.Sql("""
                drop function claim_job(interval);
                create function claim_job(lease interval, kinds text[]) returns table (organisation_id uuid, id uuid)
                language sql volatile security definer set search_path = pg_catalog, pg_temp as
                $$
                  update public.jobs j set state = 'Running', attempts = j.attempts + 1, lease_until = clock_timestamp() + lease,
                    started_at = clock_timestamp(), done_before = j.done
                  where (j.organisation_id, j.id) = (
                    select c.organisation_id, c.id from public.jobs c
                    where c.kind = any(kinds) and (c.state = 'Queued' or (c.state = 'Running' and c.lease_until < clock_timestamp()))
                    order by (select max(o.started_at) from public.jobs o where o.organisation_id = c.organisation_id and o.kind = any(kinds)) nulls first, c.created_at
                    limit 1 for update skip locked)
                  returning j.organisation_id, j.id
                $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                drop function claim_job(interval, text[]);
                create function claim_job(lease interval) returns table (organisation_id uuid, id uuid)
                language sql volatile security definer set search_path = pg_catalog, pg_temp as
                $$
                  update public.jobs j set state = 'Running', attempts = j.attempts + 1, lease_until = clock_timestamp() + lease,
                    started_at = clock_timestamp(), done_before = j.done
                  where (j.organisation_id, j.id) = (
                    select c.organisation_id, c.id from public.jobs c
                    where (c.state = 'Queued' or (c.state = 'Running' and c.lease_until < clock_timestamp()))
                    order by (select max(o.started_at) from public.jobs o where o.organisation_id = c.organisation_id) nulls first, c.created_at
                    limit 1 for update skip locked)
                  returning j.organisation_id, j.id
                $$;
                """);
        }
    }
}
