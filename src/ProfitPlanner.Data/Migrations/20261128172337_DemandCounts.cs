using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ProfitPlanner.Data.Migrations
{
    /// <inheritdoc />
    public partial class DemandCounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_conversation_intents_organisation_id_model_id_intent",
                table: "conversation_intents");

            migrationBuilder.CreateTable(
                name: "counted_demand",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    counted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    conversations = table.Column<long>(type: "bigint", nullable: false),
                    classified = table.Column<long>(type: "bigint", nullable: false),
                    is_by_day = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counted_demand", x => new { x.organisation_id, x.model_id });
                    table.ForeignKey(
                        name: "fk_counted_demand_intent_models_organisation_id_model_id",
                        columns: x => new { x.organisation_id, x.model_id },
                        principalTable: "intent_models",
                        principalColumns: new[] { "organisation_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "signal_conversations",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    signal = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    conversation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signal_conversations", x => new { x.organisation_id, x.signal, x.conversation_id });
                    table.ForeignKey(
                        name: "fk_signal_conversations_turns_organisation_id_conversation_id_",
                        columns: x => new { x.organisation_id, x.conversation_id, x.number },
                        principalTable: "turns",
                        principalColumns: new[] { "organisation_id", "conversation_id", "number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "demand_counts",
                columns: table => new
                {
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    model_id = table.Column<Guid>(type: "uuid", nullable: false),
                    segment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    measure = table.Column<short>(type: "smallint", nullable: false),
                    key = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    conversations = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_demand_counts", x => new { x.organisation_id, x.model_id, x.segment_id, x.measure, x.key, x.day });
                    table.ForeignKey(
                        name: "fk_demand_counts_counted_demand_organisation_id_model_id",
                        columns: x => new { x.organisation_id, x.model_id },
                        principalTable: "counted_demand",
                        principalColumns: new[] { "organisation_id", "model_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_conversation_intents_organisation_id_model_id_intent_conver",
                table: "conversation_intents",
                columns: new[] { "organisation_id", "model_id", "intent", "conversation_id" });

            migrationBuilder.CreateIndex(
                name: "ix_signal_conversations_organisation_id_conversation_id_number",
                table: "signal_conversations",
                columns: new[] { "organisation_id", "conversation_id", "number" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "demand_counts");

            migrationBuilder.DropTable(
                name: "signal_conversations");

            migrationBuilder.DropTable(
                name: "counted_demand");

            migrationBuilder.DropIndex(
                name: "ix_conversation_intents_organisation_id_model_id_intent_conver",
                table: "conversation_intents");

            migrationBuilder.CreateIndex(
                name: "ix_conversation_intents_organisation_id_model_id_intent",
                table: "conversation_intents",
                columns: new[] { "organisation_id", "model_id", "intent" });
        }
    }
}
