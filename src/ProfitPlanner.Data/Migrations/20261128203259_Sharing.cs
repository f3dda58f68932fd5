using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProfitPlanner.Data.Migrations
{
    /// <inheritdoc />
    public partial class Sharing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "share_links",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    created_by = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    is_paused = table.Column<bool>(type: "boolean", nullable: false),
                    passcode_hash = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    emails = table.Column<string[]>(type: "text[]", nullable: false),
                    door_changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    most_visits = table.Column<int>(type: "integer", nullable: true),
                    visits = table.Column<int>(type: "integer", nullable: false),
                    allows_downloads = table.Column<bool>(type: "boolean", nullable: false),
                    has_watermark = table.Column<bool>(type: "boolean", nullable: false),
                    culture = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    latest_snapshot = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share_links", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_share_links_organisations_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisations",
                        principalColumn: "organisation_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_share_links_people_created_by",
                        column: x => x.created_by,
                        principalSchema: "accounts",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "share_codes",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false),
                    code_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share_codes", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_share_codes_share_links_organisation_id_link_id",
                        columns: x => new { x.organisation_id, x.link_id },
                        principalTable: "share_links",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "share_snapshots",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share_snapshots", x => new { x.organisation_id, x.link_id, x.number });
                    table.ForeignKey(
                        name: "fk_share_snapshots_people_published_by",
                        column: x => x.published_by,
                        principalSchema: "accounts",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_share_snapshots_share_links_organisation_id_link_id",
                        columns: x => new { x.organisation_id, x.link_id },
                        principalTable: "share_links",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "share_visitors",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    admitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share_visitors", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_share_visitors_share_links_organisation_id_link_id",
                        columns: x => new { x.organisation_id, x.link_id },
                        principalTable: "share_links",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "share_notes",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visitor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    snapshot = table.Column<int>(type: "integer", nullable: false),
                    scenario = table.Column<int>(type: "integer", nullable: false),
                    figure = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share_notes", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_share_notes_share_snapshots_organisation_id_link_id_snapshot",
                        columns: x => new { x.organisation_id, x.link_id, x.snapshot },
                        principalTable: "share_snapshots",
                        principalColumns: new[] { "organisation_id", "link_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_share_notes_share_visitors_organisation_id_visitor_id",
                        columns: x => new { x.organisation_id, x.visitor_id },
                        principalTable: "share_visitors",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "share_visits",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    link_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visitor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    snapshot = table.Column<int>(type: "integer", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    parts = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_share_visits", x => new { x.organisation_id, x.id });
                    table.ForeignKey(
                        name: "fk_share_visits_share_snapshots_organisation_id_link_id_snapsh",
                        columns: x => new { x.organisation_id, x.link_id, x.snapshot },
                        principalTable: "share_snapshots",
                        principalColumns: new[] { "organisation_id", "link_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_share_visits_share_visitors_organisation_id_visitor_id",
                        columns: x => new { x.organisation_id, x.visitor_id },
                        principalTable: "share_visitors",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_share_codes_organisation_id_link_id_email",
                table: "share_codes",
                columns: new[] { "organisation_id", "link_id", "email" });

            migrationBuilder.CreateIndex(
                name: "ix_share_links_created_by",
                table: "share_links",
                column: "created_by");

            migrationBuilder.CreateIndex(
                name: "ix_share_links_emails",
                table: "share_links",
                column: "emails")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_share_links_token_hash",
                table: "share_links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_share_notes_organisation_id_link_id_snapshot",
                table: "share_notes",
                columns: new[] { "organisation_id", "link_id", "snapshot" });

            migrationBuilder.CreateIndex(
                name: "ix_share_notes_organisation_id_link_id_written_at",
                table: "share_notes",
                columns: new[] { "organisation_id", "link_id", "written_at" });

            migrationBuilder.CreateIndex(
                name: "ix_share_notes_organisation_id_visitor_id",
                table: "share_notes",
                columns: new[] { "organisation_id", "visitor_id" });

            migrationBuilder.CreateIndex(
                name: "ix_share_snapshots_published_by",
                table: "share_snapshots",
                column: "published_by");

            migrationBuilder.CreateIndex(
                name: "ix_share_visitors_organisation_id_link_id_key_hash",
                table: "share_visitors",
                columns: new[] { "organisation_id", "link_id", "key_hash" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_share_visits_organisation_id_link_id_snapshot",
                table: "share_visits",
                columns: new[] { "organisation_id", "link_id", "snapshot" });

            migrationBuilder.CreateIndex(
                name: "ix_share_visits_organisation_id_link_id_started_at",
                table: "share_visits",
                columns: new[] { "organisation_id", "link_id", "started_at" });

            migrationBuilder.CreateIndex(
                name: "ix_share_visits_organisation_id_visitor_id",
                table: "share_visits",
                columns: new[] { "organisation_id", "visitor_id" });

            // What the app's role may not see before it has entered an organisation: which one a token, or an address, leads to.
            // Unknown, revoked, paused and expired give the same nothing.
            migrationBuilder.Sql("""
                create function find_share(hash bytea, at timestamptz) returns table (organisation_id uuid, id uuid)
                language sql stable security definer set search_path = pg_catalog, pg_temp as
                $$
                  select l.organisation_id, l.id from public.share_links l
                  where l.token_hash = hash and l.revoked_at is null and not l.is_paused and l.expires_at > at
                $$;
                create function find_shared_with(address text, at timestamptz) returns table (organisation_id uuid, id uuid)
                language sql stable security definer set search_path = pg_catalog, pg_temp as
                $$
                  select l.organisation_id, l.id from public.share_links l
                  where l.emails @> array[address] and l.revoked_at is null and not l.is_paused and l.expires_at > at
                $$;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop function find_share(bytea, timestamptz); drop function find_shared_with(text, timestamptz);");

            migrationBuilder.DropTable(
                name: "share_codes");

            migrationBuilder.DropTable(
                name: "share_notes");

            migrationBuilder.DropTable(
                name: "share_visits");

            migrationBuilder.DropTable(
                name: "share_snapshots");

            migrationBuilder.DropTable(
                name: "share_visitors");

            migrationBuilder.DropTable(
                name: "share_links");
        }
    }
}
