using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProfitPlanner.Data.Migrations
{
    /// <inheritdoc />
    public partial class SettledTurns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "settled_turns",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    intent = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settled_turns", x => new { x.organisation_id, x.conversation_id, x.number });
                    table.ForeignKey(
                        name: "fk_settled_turns_defined_intents_organisation_id_intent",
                        columns: x => new { x.organisation_id, x.intent },
                        principalTable: "defined_intents",
                        principalColumns: new[] { "organisation_id", "key" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_settled_turns_people_settled_by",
                        column: x => x.settled_by,
                        principalSchema: "accounts",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_settled_turns_turns_organisation_id_conversation_id_number",
                        columns: x => new { x.organisation_id, x.conversation_id, x.number },
                        principalTable: "turns",
                        principalColumns: new[] { "organisation_id", "conversation_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_settled_turns_organisation_id_intent",
                table: "settled_turns",
                columns: new[] { "organisation_id", "intent" });

            migrationBuilder.CreateIndex(
                name: "ix_settled_turns_settled_by",
                table: "settled_turns",
                column: "settled_by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "settled_turns");
        }
    }
}
