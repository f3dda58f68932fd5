using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProfitPlanner.Data.Migrations
{
    /// <inheritdoc />
    public partial class TopicsAndTurns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "is_kept",
                table: "topics",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into",
                table: "topics",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "done_before",
                table: "jobs",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "started_at",
                table: "jobs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "topic_searches",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    turns = table.Column<int>(type: "integer", nullable: false),
                    tried = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_topic_searches", x => x.organisation_id);
                    table.ForeignKey(
                        name: "fk_topic_searches_intent_models_organisation_id_model_id",
                        columns: x => new { x.organisation_id, x.model_id },
                        principalTable: "intent_models",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_topic_searches_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_topics_organisation_id_merged_into",
                table: "topics",
                columns: new[] { "organisation_id", "merged_into" });

            migrationBuilder.CreateIndex(
                name: "ix_topic_searches_organisation_id_model_id",
                table: "topic_searches",
                columns: new[] { "organisation_id", "model_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_topics_topics_organisation_id_merged_into",
                table: "topics",
                columns: new[] { "organisation_id", "merged_into" },
                principalTable: "topics",
                principalColumns: new[] { "organisation_id", "id" },
                onDelete: ReferentialAction.Restrict);

            // The organisation that has waited longest since a worker last began a job of it comes first: one that
            // queues a hundred jobs does not keep another's only one waiting.
            migrationBuilder.Sql("""
                create or replace function claim_job(lease interval) returns table (organisation_id uuid, id uuid)
                language sql volatile security definer set search_path = pg_catalog, pg_temp as
                $$
                  update public.jobs j set state = 'Running', attempts = j.attempts + 1, lease_until = clock_timestamp() + lease,
                    started_at = clock_timestamp(), done_before = j.done
                  where (j.organisation_id, j.id) = (
                    select c.organisation_id, c.id from public.jobs c
                    where c.state = 'Queued' or (c.state = 'Running' and c.lease_until < clock_timestamp())
                    order by (select max(o.started_at) from public.jobs o where o.organisation_id = c.organisation_id) nulls first, c.created_at
                    limit 1 for update skip locked)
                  returning j.organisation_id, j.id
                $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""
                create or replace function claim_job(lease interval) returns table (organisation_id uuid, id uuid)
                language sql volatile security definer set search_path = pg_catalog, pg_temp as
                $$
                  update public.jobs j set state = 'Running', attempts = j.attempts + 1, lease_until = clock_timestamp() + lease
                  where (j.organisation_id, j.id) = (
                    select c.organisation_id, c.id from public.jobs c
                    where c.state = 'Queued' or (c.state = 'Running' and c.lease_until < clock_timestamp())
                    order by c.created_at limit 1 for update skip locked)
                  returning j.organisation_id, j.id
                $$;
                """);

            migrationBuilder.DropForeignKey(
                name: "fk_topics_topics_organisation_id_merged_into",
                table: "topics");

            migrationBuilder.DropTable(
                name: "topic_searches");

            migrationBuilder.DropIndex(
                name: "ix_topics_organisation_id_merged_into",
                table: "topics");

            migrationBuilder.DropColumn(
                name: "is_kept",
                table: "topics");

            migrationBuilder.DropColumn(
                name: "merged_into",
                table: "topics");

            migrationBuilder.DropColumn(
                name: "done_before",
                table: "jobs");

            migrationBuilder.DropColumn(
                name: "started_at",
                table: "jobs");
        }
    }
}
